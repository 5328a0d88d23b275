export * from './lagfall.ts'
export * from './prova.ts'
