import type { Datum } from '@atergang/kalender'
import { plusDagar } from '@atergang/kalender'
import { laggTillKandidat, lasEvidensregistret, reserveraNummer, somSystemet, stegaKandidat } from '@atergang/lager'
import type { Tjanster } from '../../app.ts'
import type { Testkonto } from '../../testidp/konton.ts'
import { planberattelser } from './berattelser.ts'
import { PLANBERATTELSER, PLANPERSONER, type Planperson } from './personer.ts'
import type { Planfall } from './planfall.ts'
import { slumpadePlaner } from './slumpade.ts'

export const PLANVAL = { antal: 48, fro: 'planer' } as const

/** Every plan of the demo, lived through to the day; `utom` are the personnummer that others have. */
export async function planfallen(t: Pick<Tjanster, 'db'>, idag: Datum, utom: readonly string[]): Promise<Planfall[]> {
  const register = await somSystemet(t.db, lasEvidensregistret)
  const nummer = await reserveraNummer(t.db, PLANVAL.antal + 2 * Object.keys(PLANPERSONER).length)
  let n = 0
  const v = { idag, register, nummer: (inlett: Datum) => `FP${inlett.slice(0, 4)}-${String(nummer[n++]!).padStart(6, '0')}` }
  return [
    ...planberattelser(v),
    ...slumpadePlaner(v, { ...PLANVAL, utom: [...utom, ...Object.values(PLANPERSONER).map((p) => p.personnummer)] }),
  ]
}

/** People who signed in without a case, candidates and suggestions: what stands outside the cases. */
export async function laggUtanforArenden(t: Pick<Tjanster, 'db'>, idag: Datum): Promise<void> {
  const av = { id: 'fia', namn: 'Fia Falk', roll: 'handlaggare', enhet: 'Gävle' } as const
  await somSystemet(t.db, async (q) => {
    const { id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad } = PLANPERSONER.birgit
    await q
      .insertInto('app.person')
      .values({ id, personnummer, fornamn, efternamn, fodd, adress: [...adress], lan, skyddad })
      .onConflict((o) => o.doNothing())
      .execute()
    const kandidat = { enhet: 'Gävle', personnummer, namn: `${fornamn} ${efternamn}` }
    await laggTillKandidat(
      q,
      {
        ...kandidat,
        kalla: 'arbetsgivare',
        uppgiftslamnare: 'Bruket AB',
        samtycke: true,
        text: 'Har återkommande ryggbesvär i monteringen och går till fysioterapeut två gånger i veckan.',
        dag: plusDagar(idag, -3),
      },
      { id: 'bruket', namn: 'Bruket AB', roll: 'arbetsgivare' },
    )
    const andra = await laggTillKandidat(
      q,
      {
        ...kandidat,
        kalla: 'vard',
        uppgiftslamnare: 'Låtsas hälsocentral Sätra',
        samtycke: true,
        text: 'Remiss till smärtrehabilitering är skickad.',
        dag: plusDagar(idag, -9),
      },
      { id: 'vard', namn: 'Hälso- och sjukvården', roll: 'vard' },
    )
    await stegaKandidat(
      q,
      andra,
      { status: 'kontaktad', text: 'Ringt. Berättade att hälsocentralen lämnat uppgiften. Vill veta mer.' },
      av,
      plusDagar(idag, -6),
    )
  })
  // The system signs in the officer's name: in the product row security asks for the officer's own session.
  await t.db.agare.query(
    `insert into app.formularforslag (id, formular, version, falt, text, dag, av, av_id, enhet) values (gen_random_uuid(), 'ersattning', 'Ersättning 1', 'resaMin', 'Många skriver bara resan dit. Fråga efter båda vägarna var för sig.', $1, 'Fia Falk', 'fia', 'Gävle'),
       (gen_random_uuid(), 'utlatande', 'Utlåtande 1', 'uppfoljning', 'Läkarna vet inte vad som menas med uppföljning. Lägg till ett exempel.', $2, 'Moa Melin', 'moa', 'Malmö')`,
    [plusDagar(idag, -4), plusDagar(idag, -40)],
  )
}

const KONTON: readonly Planperson[] = ['vera', 'xavier', 'ylva', 'zainab', 'ake', 'arja', 'ruben', 'sixten', 'majken', 'birgit']

/** Who of them can sign in. */
export const plankonton = (): Testkonto[] =>
  KONTON.map((n) => ({
    id: n,
    namn: `${PLANPERSONER[n].fornamn} ${PLANPERSONER[n].efternamn}`,
    roll: 'forsakrad',
    personnummer: PLANPERSONER[n].personnummer,
    text: PLANBERATTELSER[n],
  }))
