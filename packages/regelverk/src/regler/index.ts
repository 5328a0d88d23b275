import type { Regel } from '../definition.ts'
import { medUnderregler } from '../genomgang.ts'
import { iNamnordning } from '../lista.ts'
import * as apr from './apr.ts'
import * as berakningssatt from './berakningssatt.ts'
import * as forebyggande from './forebyggande.ts'
import * as formansniva from './formansniva.ts'
import * as graviditetspenning from './graviditetspenning.ts'
import * as hinder from './hinder.ts'
import * as livranta from './livranta.ts'
import * as lon from './lon.ts'
import * as rehabiliteringspenning from './rehabiliteringspenning.ts'
import * as sarskildaFall from './sarskildaFall.ts'
import * as sgi from './sgi.ts'
import * as sjukersattning from './sjukersattning.ts'
import * as sjukpenning from './sjukpenning.ts'

export * from './apr.ts'
export { arsarbetstidHela } from './arbetstid.ts'
export * from './berakningssatt.ts'
export * from './forebyggande.ts'
export * from './formansniva.ts'
export * from './graviditetspenning.ts'
export * from './hinder.ts'
export * from './livranta.ts'
export * from './lon.ts'
export * from './rehabiliteringspenning.ts'
export * from './sarskildaFall.ts'
export { sgiAnnat, sgiAnstallning, sgiSumma } from './sgi.ts'
export * from './sjukersattning.ts'
export * from './sjukpenning.ts'

const arRegel = (v: unknown): v is Regel => typeof v === 'object' && v !== null && 'versioner' in v && 'enhet' in v

/** The rules among what a file exports: single ones, and those that stand together in an object or a list. */
const reglerI = (v: unknown): Regel[] =>
  arRegel(v) ? [v] : typeof v === 'object' && v !== null && !('sort' in v) ? Object.values(v).flatMap(reglerI) : []

/** Every rule written as an expression, once each, what is used before what uses it. */
export const regler: readonly Regel[] = medUnderregler(
  [
    sgi,
    sjukpenning,
    lon,
    berakningssatt,
    forebyggande,
    formansniva,
    graviditetspenning,
    rehabiliteringspenning,
    sarskildaFall,
    sjukersattning,
    livranta,
    hinder,
    apr,
  ].flatMap((m) => iNamnordning(m).flatMap(reglerI)),
)
