import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'
import { beslutsmening, huvudrader, UTKAST, type Rapportblock, type Rapportinnehall } from './innehall.ts'

const FARG = '17495A'
const PUNKT = 'punkt'
const text = (t: string, mer: { fet?: boolean } = {}): Paragraph =>
  new Paragraph({
    children: t.split('\n').map((rad, i) => new TextRun({ text: rad, ...(i ? { break: 1 } : {}), ...(mer.fet ? { bold: true } : {}) })),
    spacing: { after: 160 },
  })

function tabell(b: Extract<Rapportblock, { typ: 'tabell' }>): FileChild[] {
  const cell = (t: string, hoger: boolean, fet: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: hoger ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: t, bold: fet, size: 19 })],
        }),
      ],
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
    })
  return [
    new Paragraph({ children: [new TextRun({ text: b.rubrik, bold: true })], keepNext: true, spacing: { before: 240, after: 80 } }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: b.kolumner.map((k) => cell(k.rubrik, k.hoger, true)) }),
        ...b.rader.map((r) => new TableRow({ cantSplit: true, children: b.kolumner.map((k, i) => cell(r[i] ?? '', k.hoger, false)) })),
      ],
    }),
    new Paragraph({ children: [], spacing: { after: 160 } }),
  ]
}

function block(b: Rapportblock): FileChild[] {
  switch (b.typ) {
    case 'rubrik':
      return [new Paragraph({ text: b.text, heading: b.niva === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })]
    case 'stycke':
      return b.text.split('\n\n').map((s) => text(s))
    case 'lista':
      return b.punkter.map((p) => new Paragraph({ text: p, numbering: { reference: PUNKT, level: 0 } }))
    case 'besked':
      return [text(b.text, { fet: true })]
    case 'uppgifter':
      return b.rader.map(([ord, varde]) => new Paragraph({ children: [new TextRun({ text: `${ord}: `, bold: true }), new TextRun(varde)] }))
    case 'tabell':
      return tabell(b)
  }
}

const rubrikstil = (size: number): object => ({
  run: { size, bold: true, color: FARG, font: 'Source Sans 3' },
  paragraph: { spacing: { before: 280, after: 140 }, keepNext: true },
})

/** The same report for a word processor: real headings, header rows that repeat, Swedish, and the report's own day instead of the clock. */
export async function rapportWord(r: Rapportinnehall): Promise<Uint8Array> {
  const dokument = new Document({
    title: r.rubrik,
    creator: r.myndighet,
    lastModifiedBy: r.myndighet,
    subject: r.typnamn,
    description: `${r.typnamn}, ${r.datum}`,
    styles: {
      default: {
        document: { run: { font: 'Source Sans 3', size: 22, language: { value: 'sv-SE' } } },
        heading1: rubrikstil(38),
        heading2: rubrikstil(26),
        heading3: rubrikstil(22),
      },
    },
    numbering: {
      config: [
        {
          reference: PUNKT,
          levels: [
            {
              level: 0,
              format: 'bullet',
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [`${r.typnamn}, sida `, PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: `${r.myndighet} · ${r.typnamn}`, bold: true, color: FARG })] }),
          new Paragraph({ text: r.rubrik, heading: HeadingLevel.HEADING_1 }),
          ...block({ typ: 'uppgifter', rader: huvudrader(r) }),
          ...(r.beslut ? [] : block({ typ: 'besked', text: UTKAST })),
          ...r.block.flatMap(block),
          ...(r.beslut ? [text(beslutsmening(r.beslut))] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(dokument))
}
