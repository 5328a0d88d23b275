import { describe, expect, it } from 'vitest'
import type { Tal } from '../index.ts'
import { felrad, forklaramotor, lasLagfall, provaLagfall, type Lagfallsmotor } from './index.ts'

const RUBRIKER = 'fall;regel;datum;sgi;arbetslos;omfattning;fortsattningsniva;väntat;paragrafer;härledning'
const RATT = 'hel;sjukpenningPerDag;2025-03-01;300 000;nej;1;nej;638;28:10 st 2;300 000 × 0,97 × 0,80 ÷ 365 = 637,80…'
const las = (...rader: string[]) => lasLagfall([RUBRIKER, ...rader].join('\n'), 'prov.csv')
const felen = (...rader: string[]) => las(...rader).fel.map(felrad)
const prova = async (rad: string, motor: Lagfallsmotor = forklaramotor) =>
  (await Promise.all(las(rad).fall.map((f) => provaLagfall(f, motor)))).flat().map(felrad)

describe('en tabell med lagfall', () => {
  it('läses med kommentarer, mellanslag i tal och BOM från ett kalkylprogram', () => {
    const { fall, fel } = lasLagfall(`\uFEFF# Sjukpenning\n${RUBRIKER}\n# en rad till\n${RATT}\n`, 'prov.csv')
    expect(fel).toEqual([])
    expect(fall).toMatchObject([{ rad: 4, fall: 'hel', datum: '2025-03-01', fakta: { sgi: { t: 300_000, n: 1 }, arbetslos: false } }])
  })

  it('säger vilken fil, rad och kolumn som är fel, och vad som ska stå där', () => {
    expect(felen(RATT.replace('sjukpenningPerDag', 'sjukpeningPerDag'))).toEqual([
      'prov.csv rad 2, kolumn regel: ”sjukpeningPerDag” är ingen regel. Namnen står i docs/regler/README.md.',
    ])
    expect(felen(RATT, RATT.replace('2025-03-01', '1 mars'))).toEqual([
      'prov.csv rad 3, kolumn datum: ”1 mars” är ingen dag. Skriv år-månad-dag, till exempel 2026-03-02.',
    ])
    expect(felen(RATT.replace('300 000;', 'trehundratusen;'))).toEqual([
      'prov.csv rad 2, kolumn sgi: ”trehundratusen” ska vara ett tal, till exempel 588 000 eller 0,75; skriv okänt eller lämna tomt när uppgiften saknas.',
    ])
    expect(felen(RATT.replace('28:10 st 2', '§ 28'))[0]).toMatch(/^prov\.csv rad 2, kolumn paragrafer: ”§ 28” är inget lagrum/)
    expect(felen(RATT.replace(/;300 000 ×.*/, ';'))).toEqual(['prov.csv rad 2, kolumn härledning: cellen är tom.'])
    expect(felen(`${RATT};för mycket`)[0]).toMatch(/kolumn -: raden har 11 celler och rubrikraden 10/)
  })

  it('säger när en kolumn saknas, står två gånger eller inte hör till regeln', () => {
    expect(lasLagfall(RUBRIKER.replace(';väntat', ''), 'prov.csv').fel.map(felrad)).toEqual([
      'prov.csv rad 1, kolumn väntat: kolumnen saknas.',
    ])
    expect(lasLagfall(`${RUBRIKER};sgi`, 'prov.csv').fel.map(felrad)).toEqual(['prov.csv rad 1, kolumn sgi: kolumnen står två gånger.'])
    const medTimmar = lasLagfall(`${RUBRIKER};timmar\n${RATT};8`, 'prov.csv').fel.map(felrad)
    expect(medTimmar).toEqual([
      'prov.csv rad 2, kolumn timmar: regeln sjukpenningPerDag frågar inte efter timmar. Den frågar efter sgi, fortsattningsniva, arbetslos, omfattning.',
    ])
  })

  it('säger var ett citattecken är öppet, och när tabellen är tom', () => {
    expect(felen(RATT, '"öppen;x')[0]).toMatch(/^prov\.csv rad \d+, kolumn -: raden går inte att läsa/)
    expect(lasLagfall('', 'tom.csv').fel.map(felrad)).toEqual(['tom.csv rad 1, kolumn -: tabellen är tom.'])
  })
})

describe('ett lagfall', () => {
  it('underkänns när beloppet är ett annat, och säger vilket', async () => {
    expect(await prova(RATT)).toEqual([])
    expect(await prova(RATT.replace(';638;', ';637;'))).toEqual(['prov.csv rad 2, kolumn väntat: väntat 637, fick 638 (forklara)'])
  })

  it('underkänns när en väntad paragraf inte står i förklaringen, också när stycket är ett annat', async () => {
    expect((await prova(RATT.replace('28:10 st 2', '28:11, 27:36')))[0]).toMatch(
      /kolumn paragrafer: förklaringen nämner inte 27:36; den nämner /,
    )
    expect((await prova(RATT.replace('28:10 st 2', '28:10 st 3')))[0]).toMatch(/nämner inte 28:10 st 3/)
  })

  it('skiljer på okända uppgifter, okänd lag och ett svar', async () => {
    const utanNiva = RATT.replace(';nej;638;', ';okänt;oklart: fortsattningsniva;')
    expect(await prova(utanNiva)).toEqual([])
    expect((await prova(utanNiva.replace('oklart: fortsattningsniva', 'oklart: sgi')))[0]).toMatch(
      /väntat att sgi saknas, men det som saknas är: fortsattningsniva/,
    )
    expect((await prova(utanNiva.replace('oklart: fortsattningsniva', '638')))[0]).toMatch(
      /väntat 638, men svaret är oklart: fortsattningsniva/,
    )
    expect((await prova(RATT.replace(';638;', ';oklart: sgi;')))[0]).toMatch(/väntat att svaret är oklart, fick 638/)
    expect((await prova(RATT.replace(';638;', ';inte känt före 2030-01-01;')))[0]).toMatch(/väntat att svaret är oklart, fick 638/)
  })

  it('underkänns när svaret är av ett annat slag än det som väntas', async () => {
    expect(await prova(RATT.replace(';638;', ';ja;'))).toEqual(['prov.csv rad 2, kolumn väntat: väntat ja, fick 638 (forklara)'])
  })

  it('körs i varje motor som ges, och säger vilken som svarar annorlunda eller inte alls', async () => {
    const halv: Lagfallsmotor = {
      namn: 'halvera',
      kor: async (r, f, d) => ({ varde: { t: (forklaramotor.kor(r, f, d) as { varde: Tal }).varde.t / 2, n: 1 } }),
    }
    expect(await prova(RATT, halv)).toEqual(['prov.csv rad 2, kolumn väntat: väntat 638, fick 319 (halvera)'])
    const trasig: Lagfallsmotor = { namn: 'trasig', kor: () => Promise.reject(new Error('ingen motor')) }
    expect(await prova(RATT, trasig)).toEqual(['prov.csv rad 2, kolumn väntat: regeln gick inte att räkna: ingen motor (trasig)'])
  })
})
