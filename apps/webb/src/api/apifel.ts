export interface Problem {
  readonly title: string
  readonly detail: string
  readonly kod: string
  readonly status: number
  readonly falt: readonly { readonly falt: string; readonly text: string }[]
}

/** What the server said was wrong. `falt` names each field; `text` is for the person to read. */
export class Apifel extends Error {
  readonly status: number
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null) {
    super(
      problem?.detail ??
        (status === 0
          ? 'Vi når inte servern. Kontrollera uppkopplingen; det du skrivit är kvar. Försök igen om en stund.'
          : 'Något gick fel. Försök igen om en stund.'),
    )
    this.name = 'Apifel'
    this.status = status
    this.problem = problem
  }

  get kod(): string {
    return this.problem?.kod ?? 'okant'
  }

  /** The text for one field, if the server named it. */
  falt(namn: string): string | undefined {
    return this.problem?.falt.find((f) => f.falt === namn)?.text
  }
}

export const feltext = (fel: unknown): string => (fel instanceof Error ? fel.message : 'Något gick fel. Försök igen om en stund.')
