/** Something to change before it can be sent. */
export interface Fel {
  /** id of the field on the page; left out when it is about no field */
  readonly falt?: string
  readonly text: string
}
