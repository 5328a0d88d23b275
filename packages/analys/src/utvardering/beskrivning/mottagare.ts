import type { Datakalla } from '../../datakalla.ts'
import { fonster, fonstertext, type Fonster } from '../../matt/matt.ts'
import type { Raresultat } from '../../resultat/resultat.ts'
import { byggTabell } from '../../resultat/tabell.ts'
import { FBSJP_PERIOD } from '../../tabeller/lansmatt.ts'
import { iFonster, iLan, registerkallor } from '../grund.ts'
import { andel, antal, beskriver } from './delar.ts'

/** Applications by kind of caregiver, with what became of them (J055). */
export async function vardgivare(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('behandlingsplan', 'beslut')
  const f = period ?? FBSJP_PERIOD
  const rader = (
    await k.rader(
      `SELECT p.vardgivartyp AS typ, count(*) AS alla, count(*) FILTER (b.utfall = 'bifall') AS godkanda, count(*) FILTER (b.utfall IS NOT NULL) AS avgjorda, count(*) FILTER (p.diagnos LIKE 'F%') AS psykiska FROM behandlingsplan p LEFT JOIN beslut b ON b.arende_id = p.plan_id AND b.slag = 'forebyggande_plan' WHERE ${iFonster('p.inkom', f)}${iLan('p.lan', omraden)} GROUP BY 1 ORDER BY 2 DESC`,
    )
  ).map((r) => ({
    typ: String(r.typ),
    alla: Number(r.alla),
    godkanda: Number(r.godkanda),
    avgjorda: Number(r.avgjorda),
    psykiska: Number(r.psykiska),
  }))
  type R = (typeof rader)[number]
  const totalt = rader.reduce((s, r) => s + r.alla, 0)
  return beskriver({
    id: 'vardgivare',
    rubrik: 'Ansökningar om behandlingsplan efter typ av vårdgivare',
    fraga: 'Kommer ansökningarna från alla slags vårdgivare?',
    metod: 'Ansökningar efter dagen de kom in.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: totalt }],
    tabeller: [
      byggTabell({
        id: 'vardgivare',
        rubrik: 'Ansökningar efter vårdgivare',
        kalla: 'RiR 2021:19 avsnitt 4.1',
        nycklar: ['Vårdgivare'],
        period: fonstertext(f),
        population: 'ansökningar om behandlingsplan',
        datakalla: registerkallor('behandlingsplan', 'beslut'),
        rader,
        nyckel: (r) => [r.typ],
        antal: (r) => ({ alla: r.alla, godkanda: r.godkanda, avgjorda: r.avgjorda, psykiska: r.psykiska }),
        del: [
          ['godkanda', 'avgjorda'],
          ['psykiska', 'alla'],
        ],
        omraden,
        kolumner: [
          antal<R>('alla', 'Ansökningar', 'ansökningar', 'ansökningar', (r) => r.alla, 'alla'),
          {
            id: 'andel',
            rubrik: 'Andel av alla',
            enhet: 'procent',
            decimaler: 1,
            taljare: 'ansökningar från vårdgivaren',
            namnare: 'alla ansökningar',
            varde: (r) => (totalt ? (r.alla / totalt) * 100 : null),
            n: () => totalt,
            beror: ['alla'],
          },
          andel<R>('godkanda', 'Godkända', 'godkända', 'avgjorda', (r) => [r.godkanda, r.avgjorda] as const, 'godkanda'),
          andel<R>(
            'psykiska',
            'Psykisk diagnos',
            'diagnos i kapitel F',
            'ansökningar från vårdgivaren',
            (r) => [r.psykiska, r.alla] as const,
            'psykiska',
          ),
        ],
        anmarkningar: [
          {
            id: 'J055',
            text: 'Rapporten, efter intervjuer: specialistvård, smärtrehabilitering och behandlingshem känner till förmånen, primärvård, fysioterapeuter och psykiatri sämre.',
          },
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Ansökningar efter vårdgivare', tabell: 'vardgivare', x: 'nyckel:0', y: 'andel' }],
  })
}

const STORLEKAR = ['0–9 anställda', '10–49 anställda', '50–249 anställda', '250 eller fler'] as const
const storlekSql = 'CASE WHEN a.anstallda < 10 THEN 0 WHEN a.anstallda < 50 THEN 1 WHEN a.anstallda < 250 THEN 2 ELSE 3 END'
/** Use of the support by size of the employer, beside how many there are and how many work there (J056). */
export async function arbetsgivarstorlek(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('apr_bidrag', 'arbetsgivare')
  const f = period ?? fonster('2018-08-01', '2019-12-31')
  const rader = (
    await k.rader(`WITH alla AS (SELECT ${storlekSql} AS storlek, count(*) AS arbetsgivare, sum(a.anstallda) AS anstallda FROM arbetsgivare a WHERE true${iLan('a.lan', omraden)} GROUP BY 1),
b AS (SELECT ${storlekSql} AS storlek, count(DISTINCT a.arbetsgivare_id) FILTER (b.utfall = 'bifall') AS med, count(*) AS ansokningar, count(*) FILTER (b.utfall = 'bifall') AS beviljade, sum(b.belopp) AS belopp FROM apr_bidrag b JOIN arbetsgivare a USING (arbetsgivare_id) WHERE ${iFonster('b.beslutad', f)}${iLan('b.lan', omraden)} GROUP BY 1)
SELECT alla.storlek, arbetsgivare, anstallda, coalesce(med, 0) AS med, coalesce(ansokningar, 0) AS ansokningar, coalesce(beviljade, 0) AS beviljade, coalesce(belopp, 0) AS belopp FROM alla LEFT JOIN b USING (storlek) ORDER BY 1`)
  ).map((r) => ({
    namn: STORLEKAR[Number(r.storlek)]!,
    arbetsgivare: Number(r.arbetsgivare),
    anstallda: Number(r.anstallda),
    med: Number(r.med),
    ansokningar: Number(r.ansokningar),
    beviljade: Number(r.beviljade),
    belopp: Number(r.belopp),
  }))
  type R = (typeof rader)[number]
  return beskriver({
    id: 'arbetsgivarstorlek',
    rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd efter arbetsgivarens storlek',
    fraga: 'Når stödet små arbetsgivare?',
    metod: 'Bidrag efter beslutsdag, mot alla arbetsgivare i registret och deras anställda.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: rader.reduce((s, r) => s + r.ansokningar, 0) }],
    tabeller: [
      byggTabell<R>({
        id: 'arbetsgivarstorlek',
        rubrik: 'Stödet efter storlek',
        kalla: 'RiR 2021:19 avsnitt 4.1',
        nycklar: ['Storlek'],
        period: fonstertext(f),
        population: 'arbetsgivare',
        datakalla: registerkallor('apr_bidrag', 'arbetsgivare'),
        rader,
        nyckel: (r) => [r.namn],
        antal: (r) => ({ beviljade: r.beviljade, ansokningar: r.ansokningar }),
        del: [['beviljade', 'ansokningar']],
        omraden,
        kolumner: [
          antal<R>('arbetsgivare', 'Arbetsgivare', 'arbetsgivare', 'arbetsgivare i registret', (r) => r.arbetsgivare),
          andel<R>(
            'med',
            'Andel med stöd',
            'arbetsgivare med minst ett beviljat bidrag',
            'arbetsgivare',
            (r) => [r.med, r.arbetsgivare] as const,
            'beviljade',
          ),
          antal<R>('ansokningar', 'Ansökningar', 'ansökningar', 'avgjorda ansökningar', (r) => r.ansokningar, 'ansokningar'),
          andel<R>(
            'beviljade',
            'Beviljade',
            'beviljade',
            'avgjorda ansökningar',
            (r) => [r.beviljade, r.ansokningar] as const,
            'beviljade',
          ),
          {
            id: 'per_1000',
            rubrik: 'Bidrag per 1 000 anställda',
            enhet: 'bidrag per 1 000 anställda',
            decimaler: 2,
            taljare: 'beviljade bidrag × 1 000',
            namnare: 'anställda',
            varde: (r) => (r.anstallda ? (r.beviljade / r.anstallda) * 1000 : null),
            n: (r) => r.beviljade,
            beror: ['beviljade'],
          },
          {
            id: 'belopp',
            rubrik: 'Belopp',
            enhet: 'kr',
            decimaler: 0,
            taljare: 'beviljat belopp',
            varde: (r) => r.belopp,
            beror: ['beviljade'],
          },
        ],
        anmarkningar: [
          {
            id: 'J056',
            text: 'Rapporten, efter intervjuer: det är främst större arbetsgivare som använder stödet. Gränserna mellan storlekar är våra.',
          },
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Bidrag per 1 000 anställda', tabell: 'arbetsgivarstorlek', x: 'nyckel:0', y: 'per_1000' }],
  })
}

/** Kind of caregiver by fifth of income (J067). */
export async function inkomst(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('behandlingsplan', 'person')
  const f = period ?? FBSJP_PERIOD
  const rader = (
    await k.rader(`WITH p AS (SELECT person_id, ntile(5) OVER (ORDER BY inkomst, person_id) AS femtedel FROM person WHERE inkomst > 0)
SELECT p.femtedel, count(*) AS alla, count(*) FILTER (b.vardgivartyp IN ('specialistvard', 'smartrehabilitering', 'behandlingshem', 'psykiatri')) AS specialist, count(*) FILTER (b.vardgivartyp = 'primarvard') AS primar FROM behandlingsplan b JOIN p USING (person_id) WHERE ${iFonster('b.inkom', f)}${iLan('b.lan', omraden)} GROUP BY 1 ORDER BY 1`)
  ).map((r) => ({ namn: `${String(r.femtedel)} av 5`, alla: Number(r.alla), specialist: Number(r.specialist), primar: Number(r.primar) }))
  type R = (typeof rader)[number]
  return beskriver({
    id: 'inkomst',
    rubrik: 'Vårdgivare efter inkomst',
    fraga: 'Ansöker de med högre inkomst oftare genom specialistvården?',
    metod:
      'Ansökningar om behandlingsplan efter dagen de kom in; femtedelar av inkomsten bland alla med inkomst i registret, den första lägst.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: rader.reduce((s, r) => s + r.alla, 0) }],
    tabeller: [
      byggTabell({
        id: 'inkomst',
        rubrik: 'Vårdgivare efter inkomst',
        kalla: 'Vårdanalys 2016:4 enligt RiR 2021:19 not 113',
        nycklar: ['Femtedel'],
        period: fonstertext(f),
        population: 'ansökningar om behandlingsplan',
        datakalla: registerkallor('behandlingsplan', 'person'),
        rader,
        nyckel: (r) => [r.namn],
        antal: (r) => ({ alla: r.alla, specialist: r.specialist, primar: r.primar }),
        del: [
          ['specialist', 'alla'],
          ['primar', 'alla'],
        ],
        omraden,
        kolumner: [
          antal<R>('alla', 'Ansökningar', 'ansökningar', 'ansökningar', (r) => r.alla, 'alla'),
          andel<R>(
            'specialist',
            'Specialistvård',
            'ansökningar från specialistvård, smärtrehabilitering, behandlingshem eller psykiatri',
            'ansökningar',
            (r) => [r.specialist, r.alla] as const,
            'specialist',
          ),
          andel<R>('primar', 'Primärvård', 'ansökningar från primärvård', 'ansökningar', (r) => [r.primar, r.alla] as const, 'primar'),
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Andel genom specialistvård', tabell: 'inkomst', x: 'nyckel:0', y: 'specialist' }],
  })
}
