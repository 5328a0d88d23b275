export interface Orddel {
  readonly typ: 'lika' | 'ny' | 'borta'
  readonly text: string
}

const delar = (t: string): string[] => t.split(/(\s+)/).filter(Boolean)
/** Texts longer than this are shown one after the other instead: the table grows with the product of the lengths. */
const STORSTA = 1500

/** What has been written and taken away between two texts, word by word. */
export function orddiff(fore: string, efter: string): Orddel[] {
  if (fore === efter) return fore ? [{ typ: 'lika', text: fore }] : []
  const a = delar(fore)
  const b = delar(efter)
  if (a.length > STORSTA || b.length > STORSTA)
    return [
      { typ: 'borta', text: fore },
      { typ: 'ny', text: efter },
    ]
  const langd = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      langd[i]![j] = a[i] === b[j] ? langd[i + 1]![j + 1]! + 1 : Math.max(langd[i + 1]![j]!, langd[i]![j + 1]!)
  const ut: { typ: Orddel['typ']; text: string }[] = []
  const lagg = (typ: Orddel['typ'], text: string): void => {
    const sist = ut.at(-1)
    if (sist?.typ === typ) sist.text += text
    else ut.push({ typ, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = (lagg('lika', a[i]!), [i + 1, j + 1])
    else if (j >= b.length || (i < a.length && langd[i + 1]![j]! >= langd[i]![j + 1]!)) lagg('borta', a[i++]!)
    else lagg('ny', b[j++]!)
  }
  return ut
}
