import type { Datum } from '@atergang/kalender'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { anstalldnyckel, arPersonnummer } from '../anstalld.ts'
import { fakturanyckel } from '../inlasning/rader.ts'
import { storleksklass } from '../storlek.ts'
import { kostnadsaret } from './ansokningar.ts'
import { fakt, sistaFakt, type Alage } from './fakta.ts'
import { provningen } from './provning.ts'
import { anordnarlage, anordnarnyckel, beslutetOm, forstaBesluten } from './rakning.ts'
import { aterbetalt, aterkraven } from './steg/efter.ts'
import { klaraIdn, kontrollvyer, tillstandet } from './vy.ts'
import { beredda, listbara } from './forslag.ts'
import { kanBeslutas } from '../../gemensamt/beslut/steg.ts'

/** What is kept of the case beside it, for queues, searches for the same invoice, and figures: worked out anew with every change. */
export interface Aprprojektion {
  readonly ansokningar: readonly object[]
  readonly rader: readonly object[]
  readonly kontroller: readonly object[]
}

/** One person in the country's figures, however many employers: a personnummer is a person, an employer's own number only within the employer. */
export const personnyckel = (orgnr: string, anstalld: string): string =>
  arPersonnummer(anstalld) ? anstalldnyckel(anstalld) : `${orgnr}/${anstalldnyckel(anstalld)}`

export function projektionen(l: Alage, idag: Datum): Aprprojektion {
  const { part } = l.arende
  const orgnr = part.slag === 'arbetsgivare' ? part.arbetsgivare.orgnr.replace(/\D/g, '') : ''
  const uppgift = sistaFakt(l, 'arbetsgivare')?.varde
  const klara = klaraIdn(l, idag)
  const avtryck = new Map(listbara(l, idag, (b) => kanBeslutas(b, idag)).map((k) => [k.x.a.ansokanId, k.b.attKommunicera]))
  const bered = new Map(beredda(l, idag).map((b) => [b.sak, b.forslag.innehall]))
  const { lagen } = provningen(l, idag)
  const aktuella = lagen.map((x) => {
    const b = beslutetOm(l, x.a.ansokanId)
    return { x, b, innehall: b?.innehall ?? bered.get(x.a.ansokanId) ?? x.belopp }
  })
  return {
    ansokningar: aktuella.map(({ x, b, innehall }) => {
      const forsta = forstaBesluten(l).find((y) => y.innehall.ansokanId === x.a.ansokanId)
      const krav = aterkraven(l).filter((y) => y.innehall.ansokanId === x.a.ansokanId)
      return {
        id: x.a.ansokanId,
        orgnr,
        kostnadsar: kostnadsaret(l),
        inkom: x.a.inkom,
        kanal: x.a.kanal,
        skannad: x.a.skannad,
        senast: aprAnsokanSenast(kostnadsaret(l)),
        sen: x.sen,
        tillstand: tillstandet(l, x, idag, klara),
        avtryck: avtryck.get(x.a.ansokanId) ?? null,
        rader: x.a.rader.length,
        kostnad: x.a.rader.reduce((s, r) => s + (r.kostnad ?? 0), 0),
        foreslaget: b ? null : (innehall?.belopp ?? null),
        utfall: innehall?.utfall ?? null,
        belopp: b?.innehall.belopp ?? null,
        beslutad: forsta?.dag ?? null,
        beslutId: b?.id ?? null,
        fattatAv: forsta?.fattatAv.id ?? null,
        lista: b?.innehall.lista?.id ?? null,
        aterkravt: krav.reduce((s, y) => s + y.innehall.belopp, 0),
        aterbetalt: krav.reduce((s, y) => s + aterbetalt(l, y.id), 0),
        anstallda: uppgift?.anstallda ?? null,
        storlek: storleksklass(uppgift?.anstallda),
        sektor: uppgift?.sektor ?? 'okand',
        lan: uppgift?.lan ?? null,
      }
    }),
    rader: aktuella.flatMap(({ x, innehall }) => {
      const belopp = new Map((innehall?.rader ?? []).map((r) => [r.radId, r]))
      const innehallen = new Map(fakt(l, 'kontrollunderlag').flatMap((f) => f.varde.rader.map((r) => [r.radId, r.innehall] as const)))
      return x.a.rader.map((r) => {
        const g = r.anordnare ? anordnarlage(l, x.a.ansokanId, r.anordnare) : null
        const y = belopp.get(r.radId)
        return {
          id: r.radId,
          ansokan: x.a.ansokanId,
          orgnr,
          anstalld: personnyckel(orgnr, r.anstalld),
          anordnare: g && g.typ !== 'olast' ? g.nyckel : r.anordnare ? anordnarnyckel(r.anordnare) : '',
          insatsdag: r.insatsdag,
          faktura: r.fakturanummer && r.anordnare ? fakturanyckel(anordnarnyckel(r.anordnare), r.fakturanummer) : null,
          kostnad: r.kostnad,
          belopp: y?.belopp ?? 0,
          begransadAv: y?.begransadAv ?? null,
          skal: y?.skal ?? null,
          insatstyper: r.insatstyper,
          syfte: r.syfte,
          miljo: r.miljo,
          innehall: innehallen.get(r.radId) ?? [],
          aterkallad: x.a.aterkallad,
        }
      })
    }),
    kontroller: kontrollvyer(l).map((k) => ({
      omgang: k.omgang,
      rond: k.rond,
      slag: k.slag,
      senast: k.senast,
      tillstand: k.tillstand,
      koder: k.koder,
      felbelopp: k.felbelopp,
    })),
  }
}
