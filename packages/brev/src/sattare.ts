import { NodeCompiler, PdfStandard, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { join } from 'node:path'
import { lasTypsnitt } from './typsnitt.ts'

export interface Satt {
  readonly pdf: Uint8Array
  readonly sidor: number
}

export interface Sattare {
  /** Sets one letter or report. @param data JSON as the template reads it. @throws {Sattningsfel} on any error or warning. */
  satt(data: string): Satt
  /** Forgets what typst remembers between letters; without it memory grows with each one. */
  glom(): void
}

/** typst refused or warned; `meddelanden` are its own words. */
export class Sattningsfel extends Error {
  readonly meddelanden: readonly string[]
  constructor(meddelanden: readonly string[]) {
    super(meddelanden.join(' | '))
    this.name = 'Sattningsfel'
    this.meddelanden = meddelanden
  }
}

const arMeddelande = (d: unknown): d is { message: string } =>
  typeof d === 'object' && d !== null && 'message' in d && typeof d.message === 'string'

/** An export error carries typst's diagnostics only as debug text. */
function exportmeddelanden(fel: unknown): string[] {
  const text = fel instanceof Error ? fel.message : String(fel)
  const funna = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]!.replaceAll('\\"', '"'))
  return funna.length > 0 ? funna : [text]
}

/** @param mallar folder with the templates; typst can read nothing outside it. @param mall the template, and the name its data has */
export function skapaSattare(mallar: string, mall: 'brev' | 'rapport' = 'brev'): Sattare {
  const kompilator = NodeCompiler.create({ workspace: mallar, fontArgs: [{ fontBlobs: lasTypsnitt() }] })
  const stoppa = (fel: NodeError | null): void => {
    if (fel === null) return
    const lista: unknown[] = kompilator.fetchDiagnostics(fel)
    throw new Sattningsfel(lista.map((d) => (arMeddelande(d) ? d.message : JSON.stringify(d))))
  }
  return {
    satt(data) {
      const svar = kompilator.compile({ mainFilePath: join(mallar, `${mall}.typ`), inputs: { [mall]: data } })
      stoppa(svar.takeError())
      stoppa(svar.takeWarnings())
      const dokument = svar.result
      if (dokument === null) throw new Sattningsfel(['typst gav inget dokument'])
      try {
        // A copy: the buffer belongs to the native side and cannot be handed to another thread.
        return { pdf: new Uint8Array(kompilator.pdf(dokument, { pdfStandard: PdfStandard.UA_1 })), sidor: dokument.numOfPages }
      } catch (fel) {
        throw new Sattningsfel(exportmeddelanden(fel))
      }
    },
    glom: () => kompilator.evictCache(0),
  }
}
