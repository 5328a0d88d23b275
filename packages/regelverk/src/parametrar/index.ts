export * from './aldrar.ts'
export * from './prisbasbelopp.ts'
export * from './riksinstallningar.ts'
export * from './sjukpenning.ts'
