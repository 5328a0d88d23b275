import type { Steg, Utfall } from '@atergang/arende'
import { medManadsnamn, plusDagar, type Datum } from '@atergang/kalender'
import { aprKompletteringsfrist, flera, vardetDen } from '@atergang/regelverk'
import { ankomstfragan } from '../../../gemensamt/ansokan/ankomstdag.ts'
import { automatiskt, avvaktar, ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { BEGRANSNINGSNAMN, kronortext } from '../../berakning/index.ts'
import { KANALER } from '../../uppfoljning/underlag.ts'
import { visaAnstalld } from '../../anstalld.ts'
import { fakt, type Alage, type Aprfakta, type Rad } from '../fakta.ts'
import { anordnarlage } from '../rakning.ts'
import { beloppet, insatsgrund, provningen, traffgrund, turen, type Ansokanslage } from '../provning.ts'
import { SKALKORT } from '../skal.ts'

type Fakta = Record<string, unknown> & Aprfakta
const kr = kronortext

/** One step, tried for each application of the year; decided and withdrawn ones are told once by the step of the decision. */
function perAnsokan(
  namn: string,
  rubrik: string,
  lagrum: readonly string[],
  prova: (l: Alage, x: Ansokanslage, idag: Datum) => readonly Utfall[],
): Steg<Fakta> {
  return {
    namn,
    rubrik,
    lagrum: flera(...lagrum),
    prova(lage, idag) {
      const l = lage as Alage
      const aktuella = provningen(l, idag).lagen.filter((x) => x.skede.typ !== 'beslutad' && x.skede.typ !== 'aterkallad')
      return aktuella.length ? aktuella.flatMap((x) => prova(l, x, idag)) : [ejAktuellt('Ingen ansökan väntar på beslut.')]
    },
  }
}

const nyckel = (namn: string, x: Ansokanslage): string => `${namn}:${x.a.ansokanId}`
const vilken = (x: Ansokanslage): string =>
  x.a.inkom ? `ansökan som kom in ${medManadsnamn(x.a.inkom)}` : 'pappersansökan utan känd ankomstdag'
/** What every form of an application shows of it. */
const omAnsokan = (x: Ansokanslage) => ({ ansokanId: x.a.ansokanId, inkom: x.a.inkom, kanal: x.a.kanal, vilken: vilken(x) })
const rad = (r: Rad) => ({
  radId: r.radId,
  anstalld: visaAnstalld(r.anstalld),
  insatsdag: r.insatsdag,
  anordnare: r.anordnare,
  kostnad: r.kostnad,
  fakturanummer: r.fakturanummer,
})
/** A question of the case waits while the employer has been asked something about the same application. */
const vantarSvar = (x: Ansokanslage): Utfall[] =>
  x.skede.typ === 'vantarSvar'
    ? [
        vantar({
          pa: 'arbetsgivare',
          paNamn: x.skede.begaran.tillNamn,
          vad: `Komplettering av ${vilken(x)}`,
          varfor: x.skede.begaran.fragor.map((f) => f.text).join(' '),
          sedan: x.skede.begaran.skickad,
          till: plusDagar(x.skede.begaran.senast, 1),
          lagrum: ['FL 23'],
        }),
      ]
    : []
/** Steps before the reckoning say nothing of a late application, and nothing while somebody else moves. */
function efterTid(x: Ansokanslage, gor: () => readonly Utfall[]): readonly Utfall[] {
  if (x.skede.typ === 'inkomst') return [avvaktar('inkomst')]
  if (x.sen) return [ejAktuellt(`Prövas inte: ${vilken(x)} kom in för sent.`)]
  return gor()
}
const svarSenast = (idag: Datum): Datum => plusDagar(idag, vardetDen(aprKompletteringsfrist, idag))

export const inkomststeg = perAnsokan('inkomst', 'Dag då ansökan kom in', ['FL 22'], (_l, x) => {
  const n = nyckel('inkomst', x)
  if (x.skede.typ !== 'inkomst')
    return [
      automatiskt(
        nod(
          n,
          'Dag då ansökan kom in',
          ['FL 22'],
          'uppfyllt',
          `Kom in ${medManadsnamn(x.a.inkom!)} (${KANALER[x.a.kanal]}).`,
          x.a.skannad ? [faktaOm('Skannad', x.a.skannad)] : [],
        ),
      ),
    ]
  return [
    fraga({
      nyckel: nyckel('aprInkomst', x),
      kod: 'aprInkomst',
      ...ankomstfragan('pappersansökan', 'ansökan'),
      paGrundval: { ansokan: x.a.ansokanId },
      formular: { ...omAnsokan(x), skannad: x.a.skannad, registrerad: x.a.registrerad.slice(0, 10) },
    }),
  ]
})

export const tidssteg = perAnsokan('iTid', 'I rätt tid', ['lag (1930:173) 2'], (_l, x) => {
  if (x.skede.typ === 'inkomst') return [avvaktar('inkomst')]
  const inkom = medManadsnamn(x.a.inkom!)
  return [
    automatiskt(
      nod(
        nyckel('iTid', x),
        'I rätt tid',
        ['lag (1930:173) 2'],
        x.sen ? 'ejUppfyllt' : 'uppfyllt',
        `Kom in ${inkom}. Sista dagen var ${medManadsnamn(x.senast)}.`,
        [faktaOm('Kom in', inkom), faktaOm('Sista dag', medManadsnamn(x.senast))],
      ),
    ),
  ]
})

export const anordnarsteg = perAnsokan('anordnare', 'Godkänd anordnare', ['förordning (2014:67) 8'], (l, x) =>
  efterTid(x, () => {
    const n = nyckel('anordnare', x)
    if (x.skede.typ === 'register')
      return [
        vantar({
          pa: 'system',
          paNamn: 'Återgång',
          vad: `Läser registret över anordnare för ${vilken(x)}`,
          varfor: 'Anordnarens godkännande läses ur registret.',
          sedan: x.a.registrerad.slice(0, 10) as Datum,
          till: null,
          lagrum: ['förordning (2014:67) 8'],
        }),
      ]
    if (x.okanda.length === 0) {
      const utan = x.a.rader.filter((r) => {
        const g = anordnarlage(l, x.a.ansokanId, r.anordnare)
        return (
          r.insatsdag !== null &&
          !(g.typ === 'kand' && g.perioder.some((p) => p.from <= r.insatsdag! && (p.tom === null || r.insatsdag! <= p.tom)))
        )
      })
      return [
        automatiskt(
          nod(
            n,
            'Godkänd anordnare',
            ['förordning (2014:67) 8'],
            utan.length ? 'ejUppfyllt' : 'uppfyllt',
            utan.length
              ? `På ${utan.length} av ${x.a.rader.length} rader var anordnaren inte godkänd den dagen.`
              : 'Anordnaren var godkänd den dag varje insats gjordes.',
          ),
        ),
      ]
    }
    if (x.skede.typ === 'vantarSvar') return [avvaktar('underlag')]
    return [
      fraga({
        nyckel: nyckel('aprAnordnare', x),
        kod: 'aprAnordnare',
        rubrik: 'Anordnaren finns inte i registret',
        hjalp:
          'Är numret felskrivet, sök i registret på namnet på fakturan. Finns anordnaren inte bland de godkända ger raden inget stöd. Är det oklart vem som menas, fråga arbetsgivaren.',
        lagrum: ['förordning (2014:67) 8', 'FL 23'],
        paGrundval: { okanda: x.okanda, fragad: x.begaran.length },
        varforNu: `Organisationsnumret i ${vilken(x)} finns inte i registret.`,
        formular: {
          ...omAnsokan(x),
          okanda: x.okanda.map((s) => ({ skrivet: s, rader: x.a.rader.filter((r) => r.anordnare === s).map(rad) })),
          svarSenast: null,
        },
      }),
    ]
  }),
)

export const underlagssteg = perAnsokan('underlag', 'Underlag', ['FL 23'], (_l, x, idag) =>
  efterTid(x, () => {
    if (x.skede.typ === 'vantarSvar') return vantarSvar(x)
    const n = nyckel('underlag', x)
    if (!(x.skede.typ === 'fraga' && x.skede.fragor.includes('underlag'))) {
      return [
        (x.brister.length ? uppfyllt : automatiskt)(
          nod(
            n,
            'Underlag',
            ['FL 23'],
            'uppfyllt',
            x.brister.length ? 'Prövas på det som finns.' : `${x.a.rader.length} rader med faktura. De anställda vet om ansökan.`,
          ),
        ),
      ]
    }
    const fragad = x.begaran.length > 0
    return [
      fraga({
        nyckel: nyckel('aprKomplettera', x),
        kod: 'aprKomplettera',
        rubrik: fragad ? 'Uppgifter saknas fortfarande' : 'Uppgifter saknas i ansökan',
        hjalp: `${fragad ? 'Arbetsgivaren har fått frågan.' : 'Fråga arbetsgivaren.'} Annars prövas ansökan på det som finns. Bara en rad där kostnaden inte är visad kan avslås; att en beskrivning saknas är aldrig ett skäl.`,
        lagrum: ['FL 20', 'FL 23'],
        paGrundval: x.bristgrund,
        varforNu: `${x.brister.length} uppgifter saknas i ${vilken(x)}.`,
        formular: {
          ...omAnsokan(x),
          brister: x.brister,
          rader: x.a.rader.map(rad),
          forslag: [...new Set(x.brister.map((b) => b.text))].join(' '),
          svarSenast: svarSenast(idag),
          fragad,
          kanInteRaknas: x.a.rader.filter((r) => r.kostnad === null || r.insatsdag === null).map((r) => r.radId),
        },
      }),
    ]
  }),
)

export const fakturasteg = perAnsokan('fakturor', 'Samma faktura', ['FL 23'], (l, x) =>
  efterTid(x, () => {
    const radIdn = new Set(x.a.rader.map((r) => r.radId))
    const alla = fakt(l, 'fakturatraff').filter((f) => radIdn.has(f.varde.radId))
    if (x.traffar.length === 0)
      return [
        alla.length
          ? uppfyllt(nod(nyckel('fakturor', x), 'Samma faktura', ['FL 23'], 'uppfyllt', 'Varje träff är bedömd.'))
          : automatiskt(nod(nyckel('fakturor', x), 'Samma faktura', ['FL 23'], 'uppfyllt', 'Ingen faktura finns i en annan ansökan.')),
      ]
    if (x.skede.typ === 'vantarSvar') return [avvaktar('underlag')]
    return x.traffar.map((radId) => {
      const traffar = alla.filter((f) => f.varde.radId === radId)
      const annan = traffar.some((f) => f.varde.slag === 'annanArbetsgivare')
      return fraga({
        nyckel: `aprFaktura:${radId}`,
        kod: 'aprFaktura',
        rubrik: 'Fakturan finns i en annan ansökan',
        hjalp: `Jämför fakturorna. Delar två rader en faktura kan båda vara rätt. Är det samma kostnad ger den här raden inget stöd.${annan ? ' Den andra ansökan är en annan arbetsgivares: nämn den inte för arbetsgivaren.' : ''}`,
        lagrum: ['FL 23'],
        paGrundval: traffgrund(l, radId, x.begaran),
        varforNu: annan
          ? 'En annan arbetsgivare har sökt för samma faktura.'
          : 'Arbetsgivaren har sökt för samma faktura, anställda och dag.',
        formular: { ...omAnsokan(x), rad: rad(x.a.rader.find((r) => r.radId === radId)!), traffar: traffar.map((f) => f.varde) },
      })
    })
  }),
)

export const insatssteg = perAnsokan('insats', 'Inriktad på arbetsplatsen', ['förordning (2014:67) 1'], (_l, x) =>
  efterTid(x, () => {
    const n = nyckel('insats', x)
    if (x.misstankta.length === 0)
      return [
        automatiskt(
          nod(
            n,
            'Inriktad på arbetsplatsen',
            ['förordning (2014:67) 1'],
            'uppfyllt',
            'Arbetsgivaren har bekräftat att insatserna inte är behandling. Om de passade den anställda eller hjälpte prövas inte.',
          ),
        ),
      ]
    if (x.skede.typ === 'vantarSvar') return [avvaktar('underlag')]
    return [
      fraga({
        nyckel: nyckel('aprInsats', x),
        kod: 'aprInsats',
        rubrik: 'Beskrivningen talar om behandling',
        hjalp:
          'Medicinsk eller annan behandling ingår inte i stödet. Bedöm bara det: inte om insatsen passade, hade stöd i forskning eller hjälpte. Samma regel gäller på plats och digitalt.',
        lagrum: ['förordning (2014:67) 1'],
        paGrundval: insatsgrund(x.misstankta, x.begaran),
        varforNu: 'Ett ord i en frivillig beskrivning.',
        formular: { ...omAnsokan(x), rader: x.misstankta.map((r) => ({ ...rad(r), beskrivning: r.beskrivning })) },
      }),
    ]
  }),
)

export const ordningssteg = perAnsokan('ordning', 'Ordning', ['FL 22'], (l, x, idag) => {
  const n = nyckel('ordning', x)
  if (x.skede.typ !== 'redo') return [avvaktar(x.skede.typ === 'inkomst' ? 'inkomst' : 'underlag')]
  const tur = turen(l, x, idag)
  if (tur.typ === 'iTur')
    return [
      (tur.forbi ? uppfyllt : automatiskt)(
        nod(
          n,
          'Ordning',
          ['FL 22'],
          'uppfyllt',
          tur.forbi ? 'Beslutas före en tidigare ansökan som väntar.' : 'De tidigare ansökningarna för året är beslutade.',
        ),
      ),
    ]
  if (tur.typ === 'efter') return [avvaktar('beslut')]
  if (tur.typ === 'vantar')
    return [
      vantar({
        pa: 'arbetsgivare',
        paNamn: 'En tidigare ansökan',
        vad: `${vilken(x)} väntar på en tidigare ansökan`,
        varfor: 'Den som kom in först tar först av taken.',
        sedan: idag,
        till: null,
        lagrum: ['FL 22'],
      }),
    ]
  const fore = provningen(l, idag).per(tur.ansokanId)!
  return [
    fraga({
      nyckel: nyckel('aprOrdning', x),
      kod: 'aprOrdning',
      rubrik: 'Ska ansökan vänta på en tidigare?',
      hjalp:
        'Ansökningar beslutas i den ordning de kom in, eftersom den första tar först av taken. Väntar den tidigare på svar kan den här beslutas först. Arbetsgivarens sammanlagda belopp för året blir detsamma.',
      lagrum: ['FL 9', 'FL 22'],
      paGrundval: tur.grund,
      varforNu: `${vilken(fore)[0]!.toUpperCase()}${vilken(fore).slice(1)} väntar på arbetsgivaren.`,
      formular: { ...omAnsokan(x), fore: omAnsokan(fore) },
    }),
  ]
})

export const berakningssteg = perAnsokan('berakning', 'Belopp', ['förordning (2014:67) 7'], (l, x, idag) => {
  if (x.skede.typ !== 'redo') return [avvaktar(x.skede.typ === 'inkomst' ? 'inkomst' : 'underlag')]
  const tur = turen(l, x, idag)
  if (tur.typ !== 'iTur') return [avvaktar('ordning')]
  const b = beloppet(l, x, tur)
  const delar = b.rader
    .slice(0, 50)
    .map((r) =>
      faktaOm(visaAnstalld(r.anstalld), r.skal ? SKALKORT[r.skal] : `${kr(r.belopp)} kr (${BEGRANSNINGSNAMN[r.begransadAv ?? 'halva']})`),
    )
  return [
    automatiskt(
      nod(
        nyckel('berakning', x),
        'Belopp',
        ['förordning (2014:67) 7'],
        'beraknat',
        `${kr(b.belopp)} kr för ${b.rader.length} rader.`,
        delar,
      ),
    ),
  ]
})
