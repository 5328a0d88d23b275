/** Six or eight digits of a day and four more, with or without a sign between. A coordination number has 60 added to its day. */
const SEX_OCH_FYRA = /(?<!\d)(?:\d{2})?\d{2}(\d{2})(\d{2})[-+–\s]?\d{4}(?!\d)/g

/** Whether the text holds what looks like a personnummer, whatever its control digit says: a number miswritten is still somebody's. */
export const harPersonnummer = (text: string): boolean =>
  [...text.matchAll(SEX_OCH_FYRA)].some(
    ([, manad, dag]) =>
      Number(manad) >= 1 && Number(manad) <= 12 && Number(dag) % 60 >= 1 && Number(dag) % 60 <= 31 && Number(dag) <= 60 + 31,
  )

/** A number that names somebody, or an address of theirs: neither has a place in what is written of no person. */
export const pekarUtNagon = (text: string): boolean => harPersonnummer(text) || /[^\s@]+@[^\s@]+\.[^\s@]+/.test(text)
