import type { Testkonto } from './konton.ts'

const skydda = (s: string): string => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const GRUPPER: readonly { rubrik: string; roller: readonly Testkonto['roll'][] }[] = [
  { rubrik: 'Handlägger', roller: ['handlaggare', 'specialist', 'fmr'] },
  { rubrik: 'Leder och följer upp', roller: ['enhetschef', 'samverkansansvarig', 'analytiker'] },
  { rubrik: 'Försäkrade', roller: ['forsakrad'] },
  { rubrik: 'Arbetsgivare', roller: ['arbetsgivare'] },
]

/** The page where a newcomer chooses whom to be. Plain HTML: works without script. */
export function valsida(konton: readonly Testkonto[]): string {
  const grupp = (g: (typeof GRUPPER)[number]): string => {
    const i = konton.filter((k) => g.roller.includes(k.roll))
    if (i.length === 0) return ''
    const rader = i.map((k) => `<li><button name="konto" value="${skydda(k.id)}"><b>${skydda(k.namn)}</b><span>${skydda(k.text)}</span></button></li>`).join('')
    return `<section><h2>${g.rubrik}</h2><ul>${rader}</ul></section>`
  }
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Testinloggning – Återgång</title><style>
body{font:1.05rem/1.5 system-ui,sans-serif;margin:0;background:#f4f6f4;color:#1c2b24}main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.9rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:1.6rem 0 .5rem}ul{list-style:none;margin:0;padding:0;display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}
button{width:100%;height:100%;text-align:left;padding:.8rem 1rem;border:1px solid #6b7f74;border-radius:.4rem;background:#fff;color:inherit;font:inherit;cursor:pointer}button:hover{background:#e8f0ea}
button:focus-visible{outline:3px solid #0b5c3b;outline-offset:2px}b{display:block}span{display:block;color:#3f5248;font-size:.95rem}p{max-width:45rem}</style></head>
<body><main><h1>Välj vem du vill vara</h1><p>Det här är en testinloggning med påhittade personer. En riktig installation använder myndighetens egen inloggning.</p><form method="post">${GRUPPER.map(grupp).join('')}</form></main></body></html>`
}
