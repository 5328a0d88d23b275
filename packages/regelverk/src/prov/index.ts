export * from './slumpfall.ts'
export * from './slumpregler.ts'
