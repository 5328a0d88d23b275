export * from './nummer.ts'
export * from './arende.ts'
export * from './svar.ts'
export * from './person.ts'
