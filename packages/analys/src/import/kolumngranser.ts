/** Words in a header that say an amount, a count or a share: what is counted so is never below nought. */
const ALDRIG_NEGATIVA =
  /^(belopp|kostnad(er)?|antal|andel(ar)?|mottagare|personer|individer|invanare|anordnare|ansokningar|beslut|avslag|dagar|nettodagar|nettodgr|sjukpenningtal)$/
/** Words that say that two things are compared: then anything can be. */
const JAMFORS =
  /^(forandring(ar)?|andring|skillnad(er)?|differens|diff|avvikelse|avvikelser|trend|index|korrelation|koefficient|r|z|log|lutning|effekt|residual|standardiserad|over|under|minus|tillvaxt|okning|minskning)$/

const orden = (rubrik: string): string[] =>
  rubrik
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)

/** Why a figure cannot stand in a column of that header, or null: a negative amount, count or share, a share over the whole. */
export function omojligt(rubrik: string, tal: number): string | null {
  const ord = orden(rubrik)
  // After ”per” stands what is divided by, which says nothing of the sign.
  const vad = ord.includes('per') ? ord.slice(0, ord.indexOf('per')) : ord
  if (ord.some((o) => JAMFORS.test(o)) || !vad.some((o) => ALDRIG_NEGATIVA.test(o))) return null
  if (tal < 0) return `${skriv(tal)} kan inte vara negativt i kolumnen ”${rubrik}”.`
  if (ord.includes('procent') && ord.includes('andel') && tal > 100) return `${skriv(tal)} är mer än hundra procent.`
  return null
}

const skriv = (tal: number): string => String(tal).replace('.', ',').replace('-', '−')
