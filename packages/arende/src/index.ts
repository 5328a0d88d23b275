export * from './brev.ts'
