import { LANSNAMNEN, lasInformationsinsats, type Informationsuppgift } from '@atergang/formaner'
import { plusDagar, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'

const KARIN = { namn: 'Karin Kvist', id: 'karin', enhet: 'Gävle' }
const SAMIR = { namn: 'Samir Sjö', id: 'samir', enhet: '' }

type Demoinsats = Omit<Informationsuppgift, 'from' | 'tom'> & { readonly dagarSedan: number; readonly av: typeof KARIN }

const INSATSER: readonly Demoinsats[] = [
  {
    dagarSedan: 210,
    lage: 'genomford',
    typ: 'lakarutbildning',
    teman: ['forebyggande'],
    malgrupp: 'primarvard',
    lan: ['Gävleborg'],
    natta: 34,
    ansvarig: 'Samir Sjö',
    beskrivning: 'Genomgång av läkarutlåtandet och vanliga kompletteringar, två hälsocentraler.',
    av: SAMIR,
  },
  {
    dagarSedan: 150,
    lage: 'genomford',
    typ: 'mote',
    teman: ['forebyggande', 'roll'],
    malgrupp: 'psykiatri',
    lan: ['Skåne', 'Blekinge'],
    natta: 18,
    ansvarig: 'Samir Sjö',
    beskrivning: '',
    av: SAMIR,
  },
  {
    dagarSedan: 95,
    lage: 'genomford',
    typ: 'webb',
    teman: ['apr'],
    malgrupp: 'arbetsgivareLiten',
    lan: [...LANSNAMNEN],
    natta: null,
    ansvarig: 'Samir Sjö',
    beskrivning: 'Frukostmöte på webben. Ingen räknade deltagarna.',
    av: SAMIR,
  },
  {
    dagarSedan: 60,
    lage: 'genomford',
    typ: 'mote',
    teman: ['apr', 'forebyggande'],
    malgrupp: 'arbetsgivareStor',
    lan: ['Gävleborg', 'Dalarna'],
    natta: 41,
    ansvarig: 'Karin Kvist',
    beskrivning: 'Personalchefer i industrin.',
    av: KARIN,
  },
  {
    dagarSedan: 20,
    lage: 'genomford',
    typ: 'utbildning',
    teman: ['forebyggande', 'apr', 'roll'],
    malgrupp: 'forsakringskassan',
    lan: ['Gävleborg'],
    natta: 12,
    ansvarig: 'Karin Kvist',
    beskrivning: 'Sjukpenninghandläggare i Gävle.',
    av: KARIN,
  },
  {
    dagarSedan: -25,
    lage: 'planerad',
    typ: 'lakarutbildning',
    teman: ['forebyggande'],
    malgrupp: 'foretagshalsovard',
    lan: ['Gävleborg', 'Uppsala'],
    natta: null,
    ansvarig: 'Samir Sjö',
    beskrivning: '',
    av: SAMIR,
  },
]

/** Some activities of the register, held and planned. Written by the owner of the tables: in the product row security asks for each one's own session. */
export async function laggInformation(t: Pick<Tjanster, 'db'>, idag: Datum): Promise<void> {
  const skriv = (id: string, version: number, u: Informationsuppgift, av: typeof KARIN, registrerad: Datum, skal = '') =>
    t.db.agare.query(
      `insert into app.informationsinsats (id, version, lage, typ, teman, malgrupp, lan, fran, tom, natta, ansvarig, beskrivning, skal, av, av_id, enhet, registrerad) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id,
        version,
        u.lage,
        u.typ,
        u.teman,
        u.malgrupp,
        u.lan,
        u.from,
        u.tom,
        u.natta,
        u.ansvarig,
        u.beskrivning,
        skal,
        av.namn,
        av.id,
        av.enhet,
        registrerad,
      ],
    )
  for (const { dagarSedan, av, ...i } of INSATSER) {
    const dag = plusDagar(idag, -dagarSedan)
    await skriv(
      randomUUID(),
      1,
      lasInformationsinsats({ ...i, from: dag, tom: dag }, { skal: '', fore: null, idag }),
      av,
      dagarSedan > 0 ? dag : plusDagar(idag, -2),
    )
  }
  const installd = randomUUID()
  const dag = plusDagar(idag, -5)
  const u: Informationsuppgift = {
    lage: 'planerad',
    typ: 'mote',
    teman: ['forebyggande'],
    malgrupp: 'behandlingshem',
    lan: ['Dalarna'],
    from: dag,
    tom: dag,
    natta: null,
    ansvarig: 'Samir Sjö',
    beskrivning: '',
  }
  await skriv(installd, 1, u, SAMIR, plusDagar(idag, -30))
  await skriv(installd, 2, { ...u, lage: 'installd' }, SAMIR, plusDagar(idag, -6), 'Behandlingshemmet bad att få återkomma.')
  await t.db.agare.query(
    `insert into app.stodordning (enhet, stod, ordning, delas_med, galler_from, skal, av, av_id, registrerad) values
       ('Gävle', 'fmr', 'delade', 'Sjukpenning i Gävle', $1, 'Som det har varit sedan förmånen började handläggas här.', 'Karin Kvist', 'karin', $2)`,
    [plusDagar(idag, -1000), plusDagar(idag, -200)],
  )
}
