export * from './anstalld.ts'
export * from './berakning/index.ts'
export * from './orgnr.ts'
export * from './stodtyp.ts'
