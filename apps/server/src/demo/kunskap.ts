import { plusDagar, type Datum } from '@atergang/kalender'
import type { Tjanster } from '../app.ts'

interface Demosvar {
  readonly svar: string
  readonly lagrum: readonly string[]
  readonly vagledningar?: readonly string[]
  readonly skal?: string
  readonly forDagar: number
}
interface Demofraga {
  readonly id: string
  readonly rubrik: string
  readonly fraga: string
  readonly kategori: 'metod' | 'rutin' | 'tillampning'
  readonly forman: string
  readonly behandling?: string
  readonly lagrum: readonly string[]
  readonly forDagar: number
  readonly av: readonly [id: string, namn: string, enhet: string]
  readonly svar: readonly Demosvar[]
  readonly franArende?: number
  readonly hjalpte?: readonly string[]
}

const FIA = ['fia', 'Fia Falk', 'Gävle'] as const
const MOA = ['moa', 'Moa Melin', 'Malmö'] as const
const EVA = ['eva', 'Eva Ek', 'Gävle'] as const
const ASTA = ['asta', 'Asta Alvar', 'APR'] as const
const id = (n: number): string => `0f0f0f0f-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Invented questions with answers that say what the law and the reports say, and no more. */
const FRAGOR: readonly Demofraga[] = [
  {
    id: id(1),
    rubrik: 'Måste personen ha varit sjukskriven tidigare?',
    fraga: 'Läkaren skriver att personen aldrig har varit sjukskriven. Kan risken för nedsatt arbetsförmåga ändå vara visad?',
    kategori: 'tillampning',
    forman: 'forebyggande-sjukpenning',
    lagrum: ['27:6'],
    forDagar: 220,
    av: FIA,
    franArende: 7,
    hjalpte: ['moa', 'fia'],
    svar: [
      {
        svar: 'Ja. Lagen kräver att behandlingen syftar till att förebygga sjukdom, förkorta sjukdomstiden eller helt eller delvis förebygga eller häva nedsättning av arbetsförmågan. Den kräver inte någon tidigare sjukskrivning. Det omvända gäller också: regeringen har sagt att sjukhistorik i sig inte utesluter ett förebyggande syfte (skr. 2021/22:60 avsnitt 3).',
        lagrum: ['27:6'],
        vagledningar: ['v2015-1-12'],
        forDagar: 214,
      },
    ],
  },
  {
    id: id(2),
    rubrik: 'Räknas restiden till behandlingen?',
    fraga: 'Personen reser en timme till och från behandlingen. Är resan tid då personen är förhindrad att arbeta?',
    kategori: 'tillampning',
    forman: 'forebyggande-sjukpenning',
    lagrum: ['27:7'],
    forDagar: 300,
    av: MOA,
    franArende: 12,
    hjalpte: ['fia', 'eva', 'siri'],
    svar: [
      {
        svar: 'Ja, arbetsförmågan ska anses nedsatt i den utsträckning som behandlingen hindrar personen från att arbeta.',
        lagrum: ['27:7'],
        forDagar: 290,
      },
      {
        svar: 'Ja, nödvändiga resor till och från behandlingen räknas, liksom vissa nödvändiga förberedelser, utöver den faktiska tid som behandlingen tar (HFD 2019 ref. 42, enligt RiR 2021:19 fotnot 44). Bara den del av resan som ligger i arbetstiden hindrar personen från att arbeta.',
        lagrum: ['27:7'],
        vagledningar: ['v2015-1-12'],
        skal: 'Förtydligat med vad domen säger om resor och förberedelser.',
        forDagar: 120,
      },
    ],
  },
  {
    id: id(3),
    rubrik: 'Kan I-KBT godkännas?',
    fraga: 'Planen består av KBT via internet, två gånger i veckan. Hur bedöms en behandling som görs hemifrån?',
    kategori: 'metod',
    forman: 'forebyggande-sjukpenning',
    behandling: 'kbt',
    lagrum: ['27:6'],
    forDagar: 90,
    av: FIA,
    franArende: 4,
    hjalpte: ['moa'],
    svar: [
      {
        svar: 'Källorna ger ingen regel, och länen har gjort olika (RiR 2021:19 avsnitt 4.4). Tills frågan är avgjord gäller riksinställningen i evidensregistret: fråga försäkringsmedicinsk rådgivare. Pröva sedan som vanligt om behandlingen är ordinerad av läkare och hur mycket tid den tar. Att den ges via internet är inte i sig ett skäl för avslag.',
        lagrum: ['27:6', '27:7'],
        forDagar: 84,
      },
    ],
  },
  {
    id: id(4),
    rubrik: 'Hur lång tid ska personen få för att yttra sig?',
    fraga: 'Står det i lagen hur många dagar en person ska få på sig att yttra sig över ett kommande avslag?',
    kategori: 'rutin',
    forman: 'flera',
    lagrum: ['FL 25', '110:13 a'],
    forDagar: 60,
    av: EVA,
    franArende: 3,
    hjalpte: [],
    svar: [
      {
        svar: 'Nej. Förvaltningslagen säger att personen ska få tillfälle att inom en bestämd tid yttra sig, men inte hur lång tiden ska vara. För sjukpenning gäller 110 kap. 13 a § socialförsäkringsbalken: ärendet får inte avgöras till personens nackdel utan att hen har underrättats om innehållet i det kommande beslutet och fått yttra sig inom en bestämd tid. Den säger inte heller hur lång tiden ska vara. Bestäm den så att personen hinner läsa underlaget och svara, och skriv dagen i brevet.',
        lagrum: ['FL 25', '110:13 a'],
        forDagar: 55,
      },
    ],
  },
  {
    id: id(5),
    rubrik: 'Får anordnaren ha läkaren på avtal?',
    fraga: 'En anordnare har ingen anställd läkare men ett avtal med en läkargrupp. Räcker det för att bli godkänd?',
    kategori: 'tillampning',
    forman: 'apr',
    lagrum: ['förordning (2014:67) 8'],
    forDagar: 40,
    av: ASTA,
    franArende: 1,
    hjalpte: ['asta'],
    svar: [
      {
        svar: 'Ja. Läkaren och sjuksköterskan ska vara knutna till anordnaren, som anställda eller genom avtal. Dessutom krävs tre av de fem kompetenserna (8 §, så som den återges i RiR 2021:19 fotnot 49).',
        lagrum: ['förordning (2014:67) 8'],
        vagledningar: ['v2018-2-1'],
        forDagar: 38,
      },
    ],
  },
  {
    id: id(7),
    rubrik: 'Måste arbetstiden minskas lika mycket varje dag?',
    fraga: 'Personen är nedsatt till hälften och vill arbeta hela dagar varannan dag. Går det?',
    kategori: 'tillampning',
    forman: 'sjukpenning',
    lagrum: ['27:46 st 3'],
    forDagar: 150,
    av: EVA,
    franArende: 6,
    hjalpte: ['olle'],
    svar: [
      {
        svar: 'Ja, om förläggningen inte försämrar möjligheterna att komma tillbaka i arbete. Huvudregeln är att arbetstiden minskas i motsvarande grad varje dag, men den får läggas ut på ett annat sätt med det villkoret (46 § tredje stycket).',
        lagrum: ['27:46 st 3'],
        forDagar: 148,
      },
    ],
  },
  {
    id: id(6),
    rubrik: 'Ska hemmadagar i en missbruksbehandling räknas?',
    fraga: 'Behandlingen har två dagar på plats och tre dagar hemma med uppgifter. Kan de tre dagarna ersättas?',
    kategori: 'tillampning',
    forman: 'forebyggande-sjukpenning',
    behandling: 'missbruksbehandling',
    lagrum: ['27:7'],
    forDagar: 3,
    av: MOA,
    svar: [],
  },
]

/** The question bank and an action or two, as they would stand after some months. Signed by the officials of the demo, past row security. */
export async function laggKunskap(t: Pick<Tjanster, 'db'>, idag: Datum): Promise<void> {
  const k = await t.db.agare.connect()
  try {
    await k.query('begin')
    for (const f of FRAGOR) {
      await k.query(
        'insert into app.kunskapsfraga (id, rubrik, fraga, kategori, forman, behandling, lagrum, dag, av, av_id, enhet) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [
          f.id,
          f.rubrik,
          f.fraga,
          f.kategori,
          f.forman,
          f.behandling ?? null,
          f.lagrum,
          plusDagar(idag, -f.forDagar),
          f.av[1],
          f.av[0],
          f.av[2],
        ],
      )
      for (const [i, s] of f.svar.entries())
        await k.query(
          "insert into app.kunskapssvar (fraga, version, svar, lagrum, vagledningar, skal, dag, av, av_id) values ($1, $2, $3, $4, $5, $6, $7, 'Siri Sund', 'siri')",
          [f.id, i + 1, s.svar, s.lagrum, s.vagledningar ?? [], s.skal ?? null, plusDagar(idag, -s.forDagar)],
        )
      const anvand = (slag: string, av: string) =>
        k.query('insert into app.kunskapsanvandning (fraga, version, slag, dag, av_id) values ($1, $2, $3, $4, $5)', [
          f.id,
          f.svar.length,
          slag,
          plusDagar(idag, -1),
          av,
        ])
      for (let n = 0; n < (f.franArende ?? 0); n++) await anvand('arende', n % 2 ? 'moa' : 'fia')
      for (const av of f.hjalpte ?? []) await anvand('hjalpte', av)
    }
    await k.query(
      `insert into app.rekommendationsatgard (id, rekommendation, text, fran, tom, dag, av, av_id, enhet) values
         (gen_random_uuid(), 'F3', 'Handläggarna i Gävle och Malmö går igenom lika fall med olika utfall en gång i månaden.', $1, null, $1, 'Karin Kvist', 'karin', 'Gävle'),
         (gen_random_uuid(), 'F4', 'Fyra gemensamma möten om när ett sjukpenningärende kan bli förebyggande.', $2, $3, $2, 'Karin Kvist', 'karin', 'Gävle')`,
      [plusDagar(idag, -70), plusDagar(idag, -200), plusDagar(idag, -90)],
    )
    await k.query('commit')
  } catch (fel) {
    await k.query('rollback')
    throw fel
  } finally {
    k.release()
  }
}
