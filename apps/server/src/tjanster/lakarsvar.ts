import { Domanfel, SYSTEMET, type Aktor, type Handling } from '@atergang/arende'
import { Intygsproblem, lasSvarFranVarden, type SvarFranVarden } from '@atergang/intyg'
import { lasArende, oppetArende, sha256, somSystemet, sparaMottaget } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'
import { medBindestreck } from './intyg.ts'

/**
 * Takes in a doctor's answer to our question. The bytes are kept whatever they are: among what has
 * come in when no case can be found, else as a document of the case. Gives the id of the case.
 * @throws {Intygsproblem} when it cannot be read, {Domanfel} `okandBegaran` when it answers no
 * question of ours, `begaranAvslutad` or `arendetAvslutat` when it comes too late; it is kept then too.
 */
export async function taEmotLakarsvar(t: Tjanster, bytes: Uint8Array, vard: Aktor): Promise<string> {
  let m: SvarFranVarden
  try {
    m = lasSvarFranVarden(bytes)
  } catch (fel) {
    if (fel instanceof Intygsproblem) await behall(t, bytes, { kod: fel.kod, text: fel.text }, null)
    throw fel
  }
  const begaranId = m.svarPa?.meddelandeId
  const rad =
    begaranId && UUID.test(begaranId)
      ? await somSystemet(t.db, (q) =>
          q
            .selectFrom('app.begaran')
            .select(['arende_id', 'fragor'])
            .where('begaran_id', '=', begaranId)
            .where('till', '=', 'vard')
            .executeTakeFirst(),
        )
      : undefined
  if (!rad || !begaranId) {
    const text = 'Det finns ingen fråga med det meddelande-id som svaret hänvisar till.'
    // Whose it is can be known though not what it answers: then only those who see that case see the file.
    await behall(t, bytes, { kod: 'okandBegaran', text }, medBindestreck(m.personId.nummer))
    throw new Domanfel('saknas', 'okandBegaran', `${text} Svaret är sparat.`, [
      { falt: 'svarPa.meddelande-id', text: 'Ange meddelande-id från frågan.' },
    ])
  }
  const av = { system: { ...vard, namn: m.skickatAv.namn } }
  const bas = { arendeId: rad.arende_id, av, nu: t.klocka.nu() }
  const summa = sha256(bytes)
  // The same message sent again is the same document.
  const tidigare = (await lasArende(t.db, { system: SYSTEMET }, rad.arende_id))?.lage.handlingar.find((h) => h.sha256 === summa)
  const handling: Handling = tidigare ?? {
    id: randomUUID(),
    typ: 'lakarsvar',
    rubrik: 'Svar från läkaren på vår fråga',
    fran: 'vard',
    inkom: bas.nu.dag,
    medietyp: 'application/xml',
    sha256: summa,
    storlek: bytes.byteLength,
    kanal: 'api',
  }
  if (!tidigare)
    await t.lager.kor({
      ...bas,
      kommando: { typ: 'tillforHandling', handling },
      dokument: [{ id: handling.id, medietyp: handling.medietyp, innehall: bytes }],
    })
  try {
    await t.lager.kor({
      ...bas,
      kommando: {
        typ: 'besvaraBegaran',
        begaranId,
        svar: rad.fragor.map((f) => ({ frageId: f.frageId, text: m.meddelande })),
        handlingId: handling.id,
      },
    })
  } catch (fel) {
    if (!(fel instanceof Domanfel)) throw fel
    if (!tidigare)
      await t.lager.kor({
        ...bas,
        av: { system: SYSTEMET },
        kommando: {
          typ: 'anteckna',
          text: `Ett svar från läkaren kom in men frågan väntade inte på svar: ${fel.message} Svaret finns bland handlingarna.`,
        },
      })
    throw new Domanfel(fel.slag, fel.kod, `${fel.message} Det du skickade är sparat i ärendet.`, fel.falt)
  }
  return rad.arende_id
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const behall = (t: Tjanster, innehall: Uint8Array, problem: { kod: string; text: string }, personnummer: string | null): Promise<string> =>
  somSystemet(t.db, async (q) => {
    const arende = personnummer ? await oppetArende(q, personnummer, 'sjukpenning') : undefined
    return sparaMottaget(q, {
      kanal: 'api',
      filnamn: '',
      innehall,
      problem,
      arendeId: arende?.id ?? null,
      enhet: arende?.enhet ?? '',
      tid: t.klocka.nu().tid,
    })
  })
