export * from './enkat.ts'
export * from './resultat.ts'
