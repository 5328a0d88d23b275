export * from './iOrd.ts'
export * from './regelkatalog.ts'
