export * from './slumpfall.ts'
export * from './slumpregler.ts'
export * from './storregel.ts'
