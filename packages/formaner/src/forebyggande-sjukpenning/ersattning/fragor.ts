import {
  BEGARANSNAMN,
  indatafel,
  personen,
  personnamn,
  type Faltfel,
  type Fragedefinition,
  type Handelsedata,
  type Kontext,
} from '@atergang/arende'
import { fristDagar, type Datum } from '@atergang/kalender'
import { ansokanskompletteringsfrist, arbetsgivarfrist, flera, vardetDen, type Kalla } from '@atergang/regelverk'
import type * as z from 'zod'
import { begaranMedBrev } from '../../gemensamt/brev/begaran.ts'
import { las } from '../../las.ts'
import { BEGARANSORD } from '../brev/ord.ts'
import { arbetsschemaSchema, type Flage, type Forebyggandefakta } from '../fakta.ts'
import type { Tidsatgang } from '../tid/tillfalle.ts'
import { arbetssokandet } from '../uppgifter.ts'
import {
  annanErsattningSchema,
  arbetsschemaSvarSchema,
  arbetssokandeSvarSchema,
  avvikelseSchema,
  genomforandeSchema,
  nodvandigTidSchema,
  type ArbetsschemaSvar,
  type ArbetssokandeSvar,
  type NodvandigTidSvar,
} from './bedomning.ts'
import type { Traff } from './ersattningslage.ts'

type Def<S> = Fragedefinition<Forebyggandefakta, S>

/** Every row of the form answered, once. */
function kravAlla(vantade: readonly string[], lamnade: readonly string[], falt: string, text: string): Faltfel[] {
  return vantade.flatMap((id, i) => (lamnade.includes(id) ? [] : [{ falt: `${falt}.${i}`, text }]))
}

const kasta = (fel: readonly Faltfel[]): void => {
  if (fel.length) throw indatafel('svaretOfullstandigt', fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
}

const idn = (formular: unknown): string[] => (formular as { tillfallen: { id: string }[] }).tillfallen.map((t) => t.id)

const avvikelse: Def<z.output<typeof avvikelseSchema>> = {
  kod: 'avvikelse',
  las(v, fraga) {
    const s = las(avvikelseSchema, v)
    const f = fraga.formular as { tillfallen: { id: string; traff: Traff }[] }
    kasta([
      ...kravAlla(
        idn(f),
        s.tillfallen.map((t) => t.id),
        'tillfallen',
        'Ta ställning till tillfället.',
      ),
      ...s.tillfallen.flatMap((t, i) =>
        t.val === 'ingarIPlanen' && f.tillfallen.find((x) => x.id === t.id)?.traff === 'redanProvad'
          ? [
              {
                falt: `tillfallen.${i}.val`,
                text: 'Dagen finns i en annan ansökan. Ändra det beslutet i stället, genom omprövning eller ändring.',
              },
            ]
          : [],
      ),
    ])
    return s
  },
}

const genomforande: Def<z.output<typeof genomforandeSchema>> = {
  kod: 'genomforande',
  las(v, fraga) {
    const s = las(genomforandeSchema, v)
    kasta(
      kravAlla(
        idn(fraga.formular),
        s.tillfallen.map((t) => t.id),
        'tillfallen',
        'Svara om behandlingen genomfördes.',
      ),
    )
    return s
  },
}

/** A fact the officer writes down from what somebody told. */
const skrivetFaktum = (k: Kontext, namn: string, varde: unknown, kalla: string): Handelsedata => {
  const kallan: Kalla = { typ: 'forsakrad', text: `${kalla}, noterat av ${k.aktor.namn}`, datum: k.dag }
  return { typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn, varde, kalla: kallan, registrerad: k.tid, av: k.aktor } }
}

const arbetsschema: Def<ArbetsschemaSvar> = {
  kod: 'arbetsschema',
  las(v, fraga) {
    const s = las(arbetsschemaSvarSchema, v)
    const f = fraga.formular as { dagar: Datum[]; arsarbetstid: boolean; arbetslos: boolean; arbetsgivare: object | null }
    if (s.val === 'fraga') {
      if (s.till === 'arbetsgivare' && !f.arbetsgivare)
        throw indatafel(
          'saknarArbetsgivare',
          'Det framgår inte vem arbetsgivaren är. Fråga personen, eller registrera arbetsgivaren först.',
          [{ falt: 'till', text: 'Fråga personen i stället.' }],
        )
      return s
    }
    kasta([
      ...(f.dagar.length && f.arbetslos && s.arbetssokandeTimmar === undefined
        ? [{ falt: 'arbetssokandeTimmar', text: 'Ange hur många timmar om dagen personen söker arbete.' }]
        : []),
      ...(f.dagar.length && !f.arbetslos && !s.arbetsschema ? [{ falt: 'arbetsschema', text: 'Ange arbetstiden.' }] : []),
      ...(f.arsarbetstid && s.arsarbetstid === undefined ? [{ falt: 'arsarbetstid', text: 'Ange årsarbetstiden i timmar.' }] : []),
    ])
    return s
  },
  foljder(lage, fraga, s, k) {
    const l = lage as Flage
    const f = fraga.formular as {
      ansokan: string
      dagar: Datum[]
      arsarbetstid: boolean
      arbetslos: boolean
      arbetsgivare: { namn: string; orgnr?: string } | null
      formularversion: string
    }
    if (s.val === 'uppgift') {
      return [
        ...(s.arbetsschema ? [skrivetFaktum(k, 'arbetsschema', las(arbetsschemaSchema, s.arbetsschema), s.kalla)] : []),
        ...(s.arsarbetstid === undefined ? [] : [skrivetFaktum(k, 'arsarbetstid', { timmar: s.arsarbetstid }, s.kalla)]),
        ...(s.arbetssokandeTimmar === undefined
          ? []
          : [
              skrivetFaktum(
                k,
                'arbetssokande',
                { ...(arbetssokandet(l, k.dag) ?? { anmald: false, beredd: false }), timmarPerDag: s.arbetssokandeTimmar },
                s.kalla,
              ),
            ]),
      ]
    }
    const tillPersonen = s.till === 'forsakrad'
    return begaranMedBrev(l, k, BEGARANSORD, {
      typ: 'arbetsschema',
      till: s.till,
      tillNamn: tillPersonen ? personnamn(personen(l)) : f.arbetsgivare!.namn,
      ...(tillPersonen || !f.arbetsgivare?.orgnr ? {} : { tillId: f.arbetsgivare.orgnr }),
      rubrik: BEGARANSNAMN.arbetsschema,
      om: f.ansokan,
      kanal: 'brev',
      formularversion: f.formularversion,
      lagrum: flera('110:13', '110:14'),
      fragor: [
        {
          frageId: k.nyttId(),
          text: s.text,
          falt: 'arbetstid',
          skal: 'Ersättningen räknas på den tid som behandlingen tar av arbetsdagen.',
        },
      ],
      senast: fristDagar(k.dag, vardetDen(tillPersonen ? ansokanskompletteringsfrist : arbetsgivarfrist, k.dag)),
    })
  },
}

const arbetssokande: Def<ArbetssokandeSvar> = { kod: 'arbetssokande', las: (v) => las(arbetssokandeSvarSchema, v) }

const nodvandigTid: Def<NodvandigTidSvar> = {
  kod: 'nodvandigTid',
  las(v, fraga) {
    const s = las(nodvandigTidSchema, v)
    const f = fraga.formular as { tillfallen: { id: string; atgang: Tidsatgang }[] }
    kasta([
      ...kravAlla(
        idn(f),
        s.tillfallen.map((t) => t.id),
        'tillfallen',
        'Ange de minuter du godtar.',
      ),
      ...s.tillfallen.flatMap((t, i): Faltfel[] => {
        const a = f.tillfallen.find((x) => x.id === t.id)?.atgang
        if (!a) return [{ falt: `tillfallen.${i}.id`, text: 'Tillfället finns inte i frågan.' }]
        const mer = (falt: string, godtaget: number, uppgivet: number): Faltfel[] =>
          godtaget > uppgivet
            ? [{ falt: `tillfallen.${i}.${falt}`, text: `Personen uppger ${uppgivet} minuter. Mer kan inte godtas.` }]
            : []
        return [
          ...mer('forberedelseMin', t.forberedelseMin, a.forberedelse),
          ...mer('efterMin', t.efterMin, a.efter),
          ...mer('resaDitMin', t.resaDitMin, a.dit),
          ...mer('resaHemMin', t.resaHemMin, a.hem),
        ]
      }),
    ])
    return s
  },
}

const annanErsattning: Def<z.output<typeof annanErsattningSchema>> = {
  kod: 'annanErsattning',
  las(v, fraga) {
    const s = las(annanErsattningSchema, v)
    const f = fraga.formular as { dagar: { datum: string; hogstForslag: number }[] }
    kasta([
      ...f.dagar.flatMap((d, i) =>
        s.dagar.some((x) => x.datum === d.datum) ? [] : [{ falt: `dagar.${i}`, text: 'Ange hur mycket av dagen som är kvar.' }],
      ),
      ...s.dagar.flatMap((d, i) => {
        const kvar = f.dagar.find((x) => x.datum === d.datum)?.hogstForslag
        return kvar !== undefined && d.hogst > kvar
          ? [{ falt: `dagar.${i}.hogst`, text: 'Båda ersättningarna kan inte betalas för samma del av dagen. Ange högst det som är kvar.' }]
          : []
      }),
    ])
    return s
  },
}

export const ersattningsfragor = { avvikelse, genomforande, arbetsschema, arbetssokande, nodvandigTid, annanErsattning }
