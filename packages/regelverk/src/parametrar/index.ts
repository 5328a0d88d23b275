import type { Parameter } from '../definition.ts'
import { iNamnordning } from '../lista.ts'
import { riktalder } from './aldrar.ts'
import * as aldersgranser from './aldersgranser.ts'
import * as apr from './apr.ts'
import * as daggranser from './daggranser.ts'
import * as graviditetspenning from './graviditetspenning.ts'
import * as livranta from './livranta.ts'
import { prisbasbelopp } from './prisbasbelopp.ts'
import * as sarskildaFall from './sarskildaFall.ts'
import * as sjukpenning from './sjukpenning.ts'

export * from './aldersgranser.ts'
export * from './aldrar.ts'
export * from './apr.ts'
export * from './aprInstallningar.ts'
export * from './daggranser.ts'
export * from './forebyggande.ts'
export * from './graviditetspenning.ts'
export * from './livranta.ts'
export * from './lydelser.ts'
export * from './prisbasbelopp.ts'
export * from './riksinstallningar.ts'
export * from './sarskildaFall.ts'
export * from './sjukpenning.ts'

const iParametrar = (m: object): Parameter[] => iNamnordning(m) as Parameter[]

/** Every amount and number of the law that has dates; national settings and wordings stand in lists of their own. */
export const parametrar: readonly Parameter[] = [
  prisbasbelopp,
  ...iParametrar(sjukpenning),
  riktalder,
  ...[graviditetspenning, sarskildaFall, aldersgranser, daggranser, livranta, apr].flatMap(iParametrar),
]
