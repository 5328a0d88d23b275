import { Domanfel, type Faltfel } from '@atergang/arende'
import { OgiltigtDatum } from '@atergang/kalender'
import { Intygsproblem } from '@atergang/intyg'

/** What went wrong and what to do, in the shape of RFC 9457, as the API gives it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly kod: string
  readonly falt: readonly Faltfel[]
}

/** A refusal of the command line: wrong words or wrong values. */
export class Kommandofel extends Error {
  readonly kod: string
  readonly falt: readonly Faltfel[]
  constructor(kod: string, text: string, falt: readonly Faltfel[] = []) {
    super(text)
    this.name = 'Kommandofel'
    this.kod = kod
    this.falt = falt
  }
}

const problem = (kod: string, detail: string, falt: readonly Faltfel[] = [], title = 'Uppgifter behöver ändras'): Problem => ({
  type: `urn:atergang:problem:${kod}`,
  title,
  status: 422,
  detail,
  kod,
  falt,
})

/** Any expected error as a problem object; anything else is a fault of ours and is thrown on. */
export function somProblem(fel: unknown): Problem {
  if (fel instanceof Kommandofel) return problem(fel.kod, fel.message, fel.falt)
  if (fel instanceof Domanfel) return problem(fel.kod, fel.message, fel.falt)
  if (fel instanceof OgiltigtDatum) return problem('ogiltigtDatum', fel.message)
  if (fel instanceof Intygsproblem) {
    const plats = fel.rad ? ` (rad ${fel.rad}, kolumn ${fel.kolumn ?? 1})` : ''
    return problem(fel.kod, `${fel.text}${plats}`, [{ falt: fel.falt ?? 'fil', text: fel.text }], 'Intyget kan inte läsas')
  }
  const disk = diskfel(fel)
  if (disk) return problem('filenKanInteNas', disk, [{ falt: 'sokvag', text: 'Kontrollera sökvägen, och att du får läsa och skriva där.' }])
  throw fel
}

/** A fault of ours: said as a problem all the same, so that whoever reads the answer is not left with nothing. */
export const internt = (fel: unknown): Problem => ({
  type: 'urn:atergang:problem:internt',
  title: 'Fel i Återgång',
  status: 500,
  kod: 'internt',
  falt: [],
  detail: `Kommandot kunde inte slutföras: ${fel instanceof Error ? fel.message : String(fel)}. Anmäl det som ett fel i Återgång, med det som står i felutskriften.`,
})

const DISK: Readonly<Record<string, string>> = {
  ENOENT: 'finns inte',
  EISDIR: 'är en mapp, inte en fil',
  ENOTDIR: 'ligger i något som inte är en mapp',
  EACCES: 'får inte läsas eller skrivas',
  EPERM: 'får inte läsas eller skrivas',
  EROFS: 'ligger på en disk som inte går att skriva till',
  ENOSPC: 'får inte plats på disken',
  EEXIST: 'finns redan',
  ENAMETOOLONG: 'har ett för långt namn',
  ENOTEMPTY: 'är inte tom',
}

/** What the disk refused, or null when it was not the disk. */
function diskfel(fel: unknown): string | null {
  if (!(fel instanceof Error) || !('syscall' in fel) || !('code' in fel)) return null
  const vad = DISK[String(fel.code)]
  return vad === undefined ? null : `${'path' in fel ? `”${String(fel.path)}”` : 'Sökvägen'} ${vad}.`
}
