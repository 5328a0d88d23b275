/** What a file exports, in the order of the names: the order of a module's own list differs between tools. */
export const iNamnordning = (modul: object): unknown[] =>
  Object.entries(modul)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, v]) => v as unknown)
