import type { Fragedefinition, Handelsedata } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type * as z from 'zod'
import { andringsfraga } from '../../gemensamt/beslut/andring.ts'
import { beslutsvagensFragor } from '../../gemensamt/beslut/fragor.ts'
import { kravRader, minstSomForut, omprovadeRader, omprovningsfraga, type Omprovningsvag } from '../../gemensamt/beslut/omprovning.ts'
import { overklagandefraga } from '../../gemensamt/beslut/overklagande.ts'
import { samtalsfraga } from '../../gemensamt/beslut/samtal.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { las } from '../../las.ts'
import { andringsvag } from '../andring.ts'
import { omprovningsbrev, periodslutsbrev } from '../brev/ovriga.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { aprSchema, omstallningSchema } from '../handlaggning.ts'
import { periodslutSchema, type PeriodslutSvar } from '../steg/periodslut.ts'
import { underlaget } from '../underlag.ts'
import { utbetalningsrader } from '../utbetalning.ts'
import { sjukpenningsvag } from '../vag.ts'
import { VERSIONER } from '../versioner.ts'

type Def<S> = Fragedefinition<Sjukpenningfakta, S>
const enkel = <S extends z.ZodType>(kod: string, schema: S): Def<z.output<S>> => ({ kod, las: (v) => las(schema, v) })

const omprovningsvag: Omprovningsvag<Sjukpenningfakta> = {
  versioner: VERSIONER,
  kontrollera: (_l, b, svar) => kravRader(b, svar),
  andrat(lage, b, svar, idag) {
    const l = lage as Slage
    const rader = omprovadeRader(b.rader, svar)
    const { rader: nya, saknas } = utbetalningsrader(l, underlaget(l, idag), rader)
    const utbetalning = minstSomForut(b, rader, nya)
    return { utfall: rader.every((r) => r.grad === r.yrkadGrad) ? 'beviljat' : 'delvisAvslag', rader, utbetalning, saknas }
  },
  arDetsamma: (b, nytt) => !nytt.rader.some((r, i) => r.grad > b.rader[i]!.grad),
  brev: (l, o) => omprovningsbrev(l as Slage, o),
}

/** What the person is told before a period ends: logged by topic, in a letter that was previewed or in a call that is noted. */
const periodslut: Def<PeriodslutSvar> = {
  kod: 'periodslut',
  las: (v) => las(periodslutSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.satt === 'behovsInte') return []
    const given = svar.information.map((amne): Handelsedata => ({
      typ: 'informationGiven',
      information: { amne, satt: svar.satt, tid: k.tid, av: k.aktor },
    }))
    if (svar.satt === 'samtal')
      return [
        ...given,
        {
          typ: 'kontaktNoterad',
          kontakt: {
            id: k.nyttId(),
            med: 'forsakrad',
            satt: 'telefon',
            riktning: 'ut',
            traffad: true,
            dag: k.dag,
            text: svar.text,
            tid: k.tid,
            av: k.aktor,
          },
        },
      ]
    const { slut } = fraga.formular as { slut: Datum }
    const { handling, utskick } = sandBrev(
      k,
      periodslutsbrev(lage as Slage, { slut, information: svar.information, dag: k.dag, av: k.aktor }),
    )
    return [...given, handling, { typ: 'utskickSkapat', utskick }]
  },
}

/** Told after a refusal; logged as the same information as when it was told earlier in the case (C039). */
const aprfraga: Def<z.output<typeof aprSchema>> = {
  kod: 'apr',
  las: (v) => las(aprSchema, v),
  foljder: (_l, _f, s, k) =>
    s.till === 'ejAktuellt'
      ? []
      : [
          {
            typ: 'informationGiven',
            information: { amne: 'apr', satt: s.satt, till: s.till === 'person' ? 'forsakrad' : s.till, tid: k.tid, av: k.aktor },
          },
        ],
}

/** Questions from proposal to decision and what follows it. */
export const beslutsfragor = {
  ...beslutsvagensFragor([sjukpenningsvag]),
  periodslut,
  samtal: samtalsfraga,
  omstallning: enkel('omstallning', omstallningSchema),
  apr: aprfraga,
  andring: andringsfraga(andringsvag),
  omprovning: omprovningsfraga(omprovningsvag),
  overklagande: overklagandefraga(VERSIONER),
}
