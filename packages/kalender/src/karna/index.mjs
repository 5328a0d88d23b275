// What a worker needs of the calendar, in plain JavaScript behind a door of its own (ADR 0053).
export * from './dagmangd.mjs'
export * from './dagtal.mjs'
