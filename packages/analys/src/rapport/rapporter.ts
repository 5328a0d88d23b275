import type { Rapportblock, Rapportinnehall } from '@atergang/brev'
import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { malenDen } from '../indikatorer/mal.ts'
import { INDIKATORER } from '../indikatorer/register.ts'
import { likaLan, STORSTADSLAN } from '../jamforelse/likalan.ts'
import { likformighet, spridningslarm } from '../jamforelse/likformighet.ts'
import { kalenderar } from '../matt/matt.ts'
import { foreEfter } from '../utvardering/historik.ts'
import { vardgivare } from '../utvardering/beskrivning/mottagare.ts'
import { utfall } from '../utvardering/beskrivning/sjukfall.ts'
import { markenI, markestext } from '../marken/marken.ts'
import {
  atgardsblock,
  ettResultat,
  indikatorblock,
  lista,
  rubrik,
  sistaAret,
  stycke,
  tabellblock,
  utvarderingsblock,
  type Rapportval,
} from './block.ts'
import { DELFRAGOR, REGERINGENS_SVAR, rekommendationslage, REKOMMENDATIONER } from './rekommendationer.ts'
import { nastaRedovisning, uppdragDen } from './uppdrag.ts'

const huvud = (v: Rapportval, typnamn: string, titel: string, block: readonly Rapportblock[]): Rapportinnehall => ({
  typnamn,
  rubrik: titel,
  myndighet: v.uppgifter.myndighet,
  dnr: v.uppgifter.dnr,
  datum: v.dag,
  mottagare: v.uppgifter.mottagare,
  block,
  beslut: v.uppgifter.undertecknare ? { undertecknare: v.uppgifter.undertecknare, foredragande: v.uppgifter.foredragande } : null,
})
const mal = (v: Rapportval): Rapportblock[] => [
  rubrik('Mål som gäller'),
  ...lista(malenDen(v.dag).map((m) => `${m.text} Källa: ${m.kalla}.${m.osakert ? ` ${m.osakert}` : ''}`)),
]

function definitioner(valda: readonly string[]): Rapportblock[] {
  return [
    rubrik('Vad indikatorerna mäter'),
    {
      typ: 'tabell',
      rubrik: 'Indikatorer, definition och lämplighet',
      kolumner: ['Indikator', 'Definition', 'Säger om människor får förebyggande insatser'].map((r) => ({ rubrik: r, hoger: false })),
      rader: INDIKATORER.filter((i) => valda.includes(i.id)).map((i) => [
        i.namn,
        i.definition,
        `${i.lamplighet.omdome}: ${i.lamplighet.varfor}`,
      ]),
    },
  ]
}

/** Återrapportering to the government (K021, K043): the assignment, what was done by the day, how the indicators go, who answers for it. */
export async function aterrapport(k: Datakalla, uppdrag: string, v: Rapportval): Promise<Rapportinnehall> {
  const givna = uppdragDen(v.dag)
  const u = givna.find((x) => x.id === uppdrag)
  if (!u)
    throw new Analysfel('okantUppdrag', `Uppdraget ”${uppdrag}” är inte givet den ${v.dag}.`, [
      { falt: 'uppdrag', text: `Välj ${givna.map((x) => x.id).join(', ') || 'en senare dag'}.` },
    ])
  const nasta = nastaRedovisning(u, v.dag)
  const atgarder = v.uppgifter.atgarder.filter((a) => a.uppdrag.includes(u.id))
  const ar = sistaAret(k, v.dag)
  return huvud(v, 'Svar på regeringsuppdrag', `Återrapportering: ${u.text.split(/[,.;:]/)[0]!}`, [
    rubrik('Uppdraget'),
    stycke(u.text),
    {
      typ: 'uppgifter',
      rader: [
        ['Till', u.till],
        ['Givet', u.givet ?? `${u.ar}`],
        ['Uppdragets nummer', u.dnr ?? 'står inte i källan'],
        ['Redovisas', u.redovisas.map((r) => `${r.vad} senast ${r.senast}`).join('; ') || 'står inte i källan'],
        ['Nästa redovisning', nasta ? `${nasta.vad} ${nasta.senast}` : u.redovisas.length ? 'alla har passerat' : 'står inte i källan'],
        ['Källa', u.kalla],
      ],
    },
    ...(u.osakert ? [stycke(u.osakert)] : []),
    rubrik('Åtgärder'),
    ...atgardsblock(atgarder, v.dag),
    ...mal(v),
    rubrik('Hur det går'),
    ...(await indikatorblock(k, v, u.indikatorer)),
    ...lista(markenI(kalenderar(ar)).map(markestext)),
    ...definitioner(u.indikatorer),
    rubrik('Vad rapporten inte kan säga'),
    ...lista(['Att en ändring i en indikator beror på åtgärderna.', `Något om tiden efter ${ar}: indikatorer räknas för hela år.`]),
  ])
}

/** The audit's recommendations with their status and live evidence (K026–K030). */
export async function rekommendationsrapport(k: Datakalla, v: Rapportval): Promise<Rapportinnehall> {
  const block: Rapportblock[] = [
    stycke(
      'Riksrevisionen lämnade i rapporten Försäkringskassans arbete med att förebygga sjukskrivning – ett otydligt uppdrag (RiR 2021:19) två rekommendationer till regeringen och fem till Försäkringskassan.',
    ),
    ...lista(REGERINGENS_SVAR),
    rubrik('Läget'),
    {
      typ: 'tabell',
      rubrik: `Rekommendationer, läget ${v.dag}`,
      kolumner: ['Nr', 'Till', 'Rekommendation', 'Läge'].map((r) => ({ rubrik: r, hoger: false })),
      rader: REKOMMENDATIONER.map((r) => [r.id, r.till, r.text, lagetFor(r.id, v)]),
    },
  ]
  for (const r of REKOMMENDATIONER) {
    block.push(
      rubrik(`${r.id}. ${r.text.split(/[,.]/)[0]!}`),
      stycke(`${r.text} (till ${r.till}; ${r.kalla})`),
      { typ: 'uppgifter', rader: [['Läge', lagetFor(r.id, v)]] },
      ...atgardsblock(
        v.uppgifter.atgarder.filter((a) => a.rekommendationer.includes(r.id)),
        v.dag,
      ),
    )
    block.push(
      stycke('Det som stöder rekommendationen i systemet:'),
      ...lista(r.funktioner),
      ...(await indikatorblock(k, v, r.indikatorer)),
    )
    for (const u of r.utvarderingar) block.push(...(await utvarderingsblock(k, u, v)))
  }
  block.push(rubrik('Granskningens delfrågor'), {
    typ: 'tabell',
    rubrik: 'Vad som svarar på delfrågorna',
    kolumner: ['Nr', 'Delfråga', 'Indikatorer', 'Analyser'].map((r) => ({ rubrik: r, hoger: false })),
    rader: DELFRAGOR.map((d) => [
      String(d.nr),
      d.text,
      d.indikatorer.map((i) => INDIKATORER.find((x) => x.id === i)!.namn).join(', '),
      d.analyser.join(', '),
    ]),
  })
  return huvud(v, 'Uppföljning', 'Riksrevisionens rekommendationer: läge och underlag', block)
}

const lagetFor = (id: string, v: Rapportval): string =>
  rekommendationslage(
    v.uppgifter.atgarder.filter((a) => a.rekommendationer.includes(id)),
    v.dag,
  )

/** How rehabilitation works in a county in a year: part of the duty to supervise (J069). */
export async function arsrapport(k: Datakalla, lan: string, v: Rapportval): Promise<Rapportinnehall> {
  if (!LANSNAMN.includes(lan))
    throw new Analysfel('okantLan', `Länet ${lan} finns inte.`, [{ falt: 'omrade', text: `Skriv länets namn: ${LANSNAMN.join(', ')}.` }])
  const ar = sistaAret(k, v.dag)
  const f = kalenderar(ar)
  const valda = INDIKATORER.filter((i) => i.id !== 'tydlig_styrning').map((i) => i.id)
  const block: Rapportblock[] = [
    stycke(
      `Tillsynen omfattar att följa upp och utvärdera hur rehabiliteringsverksamheten fungerar i området och att ta initiativ (Ds 2017:9 enligt RiR 2021:19 avsnitt 4.5 not 146). Rapporten gäller ${lan} och år ${ar}.`,
    ),
    rubrik(`Indikatorer i ${lan}`),
    ...(await indikatorblock(k, v, valda, { omraden: [lan] })),
    rubrik('Indikatorer i hela landet'),
    ...(await indikatorblock(k, v, valda)),
  ]
  const visa = async (titel: string, gor: () => Promise<Rapportblock[]>): Promise<void> => {
    block.push(rubrik(titel))
    try {
      block.push(...(await gor()))
    } catch (fel) {
      if (!(fel instanceof Analysfel)) throw fel
      block.push(stycke(`Kan inte räknas: ${fel.message}`))
    }
  }
  if (!(STORSTADSLAN as readonly string[]).includes(lan))
    await visa('Mest lika län', async () => [
      tabellblock((await ettResultat(await likaLan(k, [lan], { period: f }), v)).tabeller[0]!, ['lik1', 'lik2', 'lik3', 'utfall']),
    ])
  await visa('Likformighet', async () => {
    const r = await ettResultat(await likformighet(k, 'sjukpenning_forsta', { niva: 'lan' }), v)
    const t = r.tabeller.find((x) => x.id === 'omraden')
    return [
      stycke(r.fraga),
      ...(t ? [tabellblock(t, ['beslut', 'avslag', 'kvot', 'oddskvot', 'utpekad'], (n) => n[0] === lan)] : []),
      ...lista(r.kontroller.map((x) => x.text)),
      stycke(r.kanInteSaga.join(' ')),
    ]
  })
  await visa('Sjukdagar och återgång', async () => [
    tabellblock((await ettResultat(await utfall(k, null, [lan]), v)).tabeller[0]!, ['dagar', 'utan']),
  ])
  await visa('Sjukpenning före och efter förebyggande sjukpenning', async () => [
    tabellblock((await ettResultat(await foreEfter(k, null, [lan]), v)).tabeller[0]!, ['fore', 'efter', 'skillnad']),
  ])
  await visa('Ansökningar efter vårdgivare', async () => [
    tabellblock((await ettResultat(await vardgivare(k, f, [lan]), v)).tabeller[0]!, ['alla', 'andel', 'godkanda']),
  ])
  await visa('Stående larm', async () =>
    lista(
      (await ettResultat(await spridningslarm(k), v)).kontroller
        .filter((x) => x.utfall !== 'kan inte sagas')
        .map((x) => `${x.vad}: ${x.text}`),
    ),
  )
  block.push(rubrik('Initiativ'), ...atgardsblock(v.uppgifter.atgarder, v.dag))
  return huvud(v, 'Årsrapport om rehabilitering', `Rehabiliteringen i ${lan} ${ar}`, block)
}
