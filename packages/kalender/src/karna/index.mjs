// What a worker needs of the calendar: `@atergang/kalender/karna`, plain JavaScript (ADR 0053).
export * from './dagmangd.mjs'
export * from './dagtal.mjs'
