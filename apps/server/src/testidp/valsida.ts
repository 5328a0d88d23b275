import type { Testkonto } from './konton.ts'

const skydda = (s: string): string => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const GRUPPER: readonly { rubrik: string; text: string; roller: readonly Testkonto['roll'][] }[] = [
  { rubrik: 'Handlägger', text: 'Arbetar med ärendena, granskar och ger råd.', roller: ['handlaggare', 'specialist', 'fmr'] },
  {
    rubrik: 'Leder och följer upp',
    text: 'Ser hur arbetet går, utan att gå in i enskilda ärenden mer än rollen tillåter.',
    roller: ['enhetschef', 'samverkansansvarig', 'analytiker'],
  },
  { rubrik: 'Försäkrade', text: 'Har ett eget ärende på Mina sidor.', roller: ['forsakrad'] },
  { rubrik: 'Arbetsgivare', text: 'Svarar på frågor om sin arbetsplats och söker stöd.', roller: ['arbetsgivare'] },
  { rubrik: 'Anordnare', text: 'Söker godkännande och anmäler ändrad personal.', roller: ['anordnare'] },
]

/** More than so many in a group are folded away, so that the page can be taken in. */
const VISADE = 12

const knapp = (k: Testkonto): string =>
  `<li><button name="konto" value="${skydda(k.id)}"><b>${skydda(k.namn)}</b> <span>${skydda(k.text)}</span></button></li>`
const lista = (konton: readonly Testkonto[]): string => (konton.length ? `<ul>${konton.map(knapp).join('')}</ul>` : '')

function grupp(g: (typeof GRUPPER)[number], konton: readonly Testkonto[]): string {
  const i = konton.filter((k) => g.roller.includes(k.roll))
  if (i.length === 0) return ''
  const fler = i.slice(VISADE)
  return `<section><h2>${g.rubrik}</h2><p class="svag">${g.text}</p>${lista(i.slice(0, VISADE))}${fler.length ? `<details><summary>Visa ${fler.length} till</summary>${lista(fler)}</details>` : ''}</section>`
}

/** Same colours and measures as the web (`apps/webb/src/tema.css`); its own sheet, since the page must work before the web is built. */
const STIL = `
*{box-sizing:border-box}
body{margin:0;background:#f6f8f6;color:#1b241f;font:1rem/1.5 'Source Sans 3',system-ui,sans-serif}
header{background:#0b4f3a;padding:.5rem clamp(.75rem,2vw,2rem)}
header a{display:inline-flex;align-items:center;gap:.6rem;min-height:2.75rem;color:#fff;font-size:1.35rem;font-weight:650;text-decoration:none}
main{max-width:76rem;margin:0 auto;padding:1.5rem clamp(.75rem,2vw,2rem) 4rem}
h1{margin:0 0 .5rem;font-size:clamp(1.7rem,4vw,2.4rem);line-height:1.2}
h2{margin:2rem 0 0;font-size:1.3rem}
p{max-width:42rem;margin:0 0 .75rem}
.svag{color:#3d4b43}
ul{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));margin:0;padding:0;list-style:none}
button{display:flex;flex-direction:column;align-items:flex-start;width:100%;height:100%;padding:.8rem 1rem;border:1px solid #6b7f74;border-radius:.4rem;background:#fff;color:inherit;font:inherit;text-align:left;cursor:pointer}
button:hover{border-color:#0b4f3a;background:#e3f0ea}
:focus-visible{outline:3px solid #0b4f3a;outline-offset:2px}
header :focus-visible{outline-color:#fff}
b{display:block;font-weight:650}
button span{display:block;color:#3d4b43}
summary{width:fit-content;margin:.75rem 0;padding:.25rem 0;color:#0b4f3a;text-decoration:underline;cursor:pointer}
main>p>a{color:#0b4f3a}`

/** The page where a newcomer chooses whom to be. Plain HTML: works without script. */
export function valsida(konton: readonly Testkonto[]): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Testinloggning – Återgång</title><link rel="icon" href="/marke.svg" type="image/svg+xml"><style>${STIL}</style></head>
<body><header><a href="/"><img src="/marke.svg" alt="" width="32" height="32">Återgång</a></header>
<main><h1>Välj vem du vill vara</h1><p>Det här är en testinloggning. Alla personer är påhittade. En riktig installation använder myndighetens egen inloggning.</p>
<form method="post">${GRUPPER.map((g) => grupp(g, konton)).join('')}</form></main></body></html>`
}
