import { SYSTEMET, type Aktor } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Arbetsgivare, Sjukfall } from '@atergang/syntet'
import { ansokan, intyget, type Skrivetintyg } from './dokument.ts'
import type { Pagaende } from './fall.ts'

export const vardaktor = (f: Sjukfall): Aktor => ({ id: 'vard', namn: f.lakare.enhet.namn, roll: 'vard' })
export const arbetsgivaraktor = (a: Arbetsgivare): Aktor => ({
  id: `ag-${a.orgnr}`,
  namn: a.namn,
  roll: 'arbetsgivare',
  enhet: a.orgnr.replace('-', ''),
})

/**
 * Puts everything that comes in by itself on its day: certificates, applications, the report of the
 * illness. What comes when the case is closed belongs to another case, which is not told here.
 */
export function intag(f: Pagaende): void {
  const { fall } = f
  const kommer = (nar: Datum, gor: (dag: Datum) => void): void => f.schema.laggIntag(nar, (dag) => void (f.lage.avslutat || gor(dag)))
  if (fall.tidigareBetalt?.length) kommer(fall.inlett, (dag) => tidigareErsattning(f, dag))
  const tidigare: Skrivetintyg[] = []
  for (const s of fall.sjukfall) {
    if (s.anmald) kommer(s.anmald.inkom, (dag) => anmalan(f, s, dag))
    for (const plan of s.intyg) {
      kommer(plan.skrivet, (dag) => {
        const i = intyget({ id: f.arende.nyttId(), person: fall.person, fall: s, plan, tidigare })
        tidigare.push(i)
        f.gor({ typ: 'taEmotIntyg', data: { handling: i.handling, varde: i.varde } }, vardaktor(s), dag, i)
      })
    }
    for (const plan of s.ansokningar) {
      kommer(plan.inkom, (dag) => {
        const a = ansokan(f.arende.nyttId(), fall.person, plan)
        f.gor({ typ: 'taEmotAnsokan', data: { handling: a.handling, varde: a.varde } }, f.forsakrad, dag, a)
        if (fall.ode.tolk && f.lage.fakta.every((x) => x.namn !== 'anpassning')) anpassning(f, fall.ode.tolk, dag)
      })
    }
  }
}

function anmalan(f: Pagaende, s: Sjukfall, dag: Datum): void {
  const { arbetsgivare } = f.fall.person
  const varde = { inkom: dag, forstaSjukdag: s.from, gjordAv: s.anmald!.av }
  if (!s.sjuklon || !arbetsgivare) {
    f.gor(
      { typ: 'registreraFaktum', namn: 'anmalan', varde, kalla: { typ: 'forsakrad', text: 'Sjukanmälan på Mina sidor', datum: dag } },
      f.forsakrad,
      dag,
    )
    return
  }
  const kalla = { typ: 'arbetsgivare' as const, text: `Sjukanmälan från ${arbetsgivare.namn}`, datum: dag }
  f.gor({ typ: 'registreraFaktum', namn: 'anmalan', varde, kalla }, arbetsgivaraktor(arbetsgivare), dag)
  f.gor(
    { typ: 'registreraFaktum', namn: 'sjukloneperiod', varde: { arbetsgivare: arbetsgivare.namn }, period: s.sjuklon, kalla },
    arbetsgivaraktor(arbetsgivare),
    dag,
  )
}

function tidigareErsattning(f: Pagaende, dag: Datum): void {
  for (const period of f.fall.tidigareBetalt ?? []) {
    f.gor(
      {
        typ: 'registreraFaktum',
        namn: 'tidigareErsattning',
        varde: { slag: 'sjukpenning' },
        period,
        kalla: { typ: 'register', text: 'Tidigare ärende om sjukpenning', datum: dag },
      },
      SYSTEMET,
      dag,
    )
  }
}

function anpassning(f: Pagaende, sprak: string, dag: Datum): void {
  f.gor(
    {
      typ: 'registreraFaktum',
      namn: 'anpassning',
      varde: { sprak, tolk: true, format: '' },
      kalla: { typ: 'forsakrad', text: 'Uppgift på Mina sidor', datum: dag },
    },
    f.forsakrad,
    dag,
  )
}
