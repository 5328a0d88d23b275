/** A form where the other party can be asked instead of judging. */
export interface Fragedel {
  text: string
  senast: string
}
export const tomFraga = (text = ''): Fragedel => ({ text, senast: '' })
export const fragesvar = (f: Fragedel): { val: 'fraga'; text: string; senast?: string } => ({
  val: 'fraga',
  text: f.text,
  ...(f.senast ? { senast: f.senast } : {}),
})
