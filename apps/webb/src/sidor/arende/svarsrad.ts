/** A line of an answer as a person reads it. `fritext` are the officer's own words. */
export interface Svarsrad {
  readonly falt: string
  readonly namn: string
  readonly varde: string
  readonly fritext?: boolean
}
