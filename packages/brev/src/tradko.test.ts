import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brev, stycke } from './exempel/gemensamt.ts'
import { skapaBrevskrivare, type Brevskrivare, type Brevskrivarval } from './index.ts'
import { kopieradeMallar } from './stod/brevmapp.ts'
import { standardresurser } from './trad.ts'

const medText = (text: string) => brev({ rubrik: 'Rubrik', block: [stycke('s', text)] })

let mapp: string
let mallar: URL
let skrivare: Brevskrivare | undefined
beforeEach(async () => {
  ;({ mapp, mallar } = await kopieradeMallar())
})
afterEach(async () => {
  await skrivare?.stang()
  await rm(mapp, { recursive: true })
})

const medKraschare = (val: Brevskrivarval = {}): Brevskrivare =>
  (skrivare = skapaBrevskrivare({ ...val, resurser: { arbetare: new URL('./stod/kraschar.mjs', import.meta.url), mallar } }))
const starter = async () => (await readFile(join(mapp, 'starter'), 'utf8')).length

describe('tråden som sätter brev', () => {
  it('dör mitt i ett brev: brevet skrivs i en ny tråd och blir detsamma', async () => {
    await writeFile(join(mapp, 'en-gang'), '')
    const s = medKraschare()
    const [fore, mitt, efter] = await Promise.all(['Före.', 'KRASCHA-NYSS', 'Efter.'].map((t) => s.skriv(medText(t))))
    expect(await starter()).toBe(2)
    expect(mitt!.sha256).toBe((await s.skriv(medText('KRASCHA-NYSS'))).sha256)
    expect([fore!.sidor, efter!.sidor]).toEqual([1, 1])
  })

  it('dör två gånger av samma brev: det brevet ges upp, de andra skrivs', async () => {
    const s = medKraschare()
    const utfall = await Promise.allSettled(['Före.', 'KRASCHA-ALLTID', 'Efter.'].map((t) => s.skriv(medText(t))))
    expect(utfall.map((u) => u.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(utfall[1]).toMatchObject({ reason: { name: 'Brevfel', kod: 'krasch', message: expect.stringContaining('avbröts två gånger') } })
    expect(await starter()).toBe(3)
  })

  it('svarar inte i tid: brevet prövas en gång till och ges sedan upp', async () => {
    await writeFile(join(mapp, 'svarar-inte'), '')
    await expect(medKraschare({ tidsgrans: 1000 }).skriv(medText('Text.'))).rejects.toMatchObject({ kod: 'tidsgrans' })
    expect(await starter()).toBe(2)
  })

  it('byts ut efter ett visst antal brev, utan att det syns på breven', async () => {
    const s = medKraschare({ brevPerTrad: 2 })
    const brev = await Promise.all(Array.from({ length: 5 }, () => s.skriv(medText('Text.'))))
    expect(new Set(brev.map((b) => b.sha256)).size).toBe(1)
    expect(await starter()).toBe(3)
  })
})

describe('stängning', () => {
  it('skriver klart det som är beställt och avvisar nytt', async () => {
    skrivare = skapaBrevskrivare()
    const bestallda = ['ett', 'två'].map((t) => skrivare!.skriv(medText(t)))
    const stangd = skrivare.stang()
    await expect(skrivare.skriv(medText('tre'))).rejects.toMatchObject({ kod: 'stangd' })
    await stangd
    await expect(Promise.all(bestallda)).resolves.toHaveLength(2)
  })

  it('går bra utan att något har skrivits, och två gånger', async () => {
    skrivare = skapaBrevskrivare()
    await skrivare.stang()
    await skrivare.stang()
  })
})

describe('typst', () => {
  const medMall = async (kod: string): Promise<unknown> => {
    await writeFile(join(mapp, 'brev.typ'), kod)
    skrivare = skapaBrevskrivare({ resurser: { ...standardresurser(), mallar } })
    return skrivare.skriv(medText('Text.')).then(
      () => 'skrevs',
      (fel: unknown) => fel,
    )
  }
  const mall = (kropp: string) => `#set document(title: "T", date: none)\n#set text(font: "Source Sans 3", fallback: false)\n${kropp}`

  it.each([
    ['en varning', mall('#text(font: "Finns Inte")[Hej]'), 'unknown font family'],
    ['ett fel i mallen', mall('#okand'), 'unknown variable'],
    ['ett tecken utan glyf', mall('Hej 漢'), 'could not be displayed'],
    ['ett brott mot PDF/UA', mall('= Ett\n=== Tre'), 'skipped from heading level 1 to 3'],
    ['läsning utanför mallarna', mall('#read("../../etc/passwd")'), 'access denied'],
  ])('%s är ett fel, och inget brev skrivs', async (_, kod, meddelande) => {
    expect(await medMall(kod)).toMatchObject({ kod: 'typsattning', message: expect.stringContaining(meddelande) })
  })

  it('en felfri mall går bra', async () => {
    expect(await medMall(mall('= Hej'))).toBe('skrevs')
  })
})
