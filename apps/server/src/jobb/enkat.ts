import { medManadsnamn, type Datum } from '@atergang/kalender'
import {
  enkaterAttStanga,
  forberedEnkatutskick,
  noteraEnkat,
  noteraEnkatutskick,
  nyaEnkatutskick,
  somSystemet,
  stangdasUtskick,
  stangEnkat,
  type Enkatmeddelande,
} from '@atergang/lager'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tjanster } from '../app.ts'

const SYSTEMET = { anvandare: 'system', namn: 'Återgång' }

/** Where a recipient answers. The code stands after #: a browser never sends that part to the server, so it is in no log. */
export const svarsadress = (t: Pick<Tjanster, 'config'>, lank: string, kod: string): string =>
  `${t.config.basurl ?? ''}/svara/${lank}#${kod}`

/** Puts in the queue what surveys have to send today, closes those whose last day has passed, and takes away the messages of the closed. Safe to run at any time and by several servers. */
export async function vackEnkater(t: Pick<Tjanster, 'db' | 'lager' | 'klocka' | 'config'>): Promise<void> {
  const { dag } = t.klocka.nu()
  await somSystemet(t.db, async (q) => {
    for (const id of await enkaterAttStanga(q, dag))
      if (await stangEnkat(q, id, dag))
        await noteraEnkat(
          q,
          SYSTEMET,
          id,
          dag,
          'Stängde enkäten efter sista dagen. Adresser, länkar och svar som inte lämnats är borttagna.',
        )
    await t.lager.koa(
      q,
      (await nyaEnkatutskick(q, dag)).map((utskickId) => ({ slag: 'enkat', utskickId })),
    )
  })
  await taBortStangdasMeddelanden(t)
}

const utmappen = (t: Pick<Tjanster, 'config'>): string => join(t.config.data, 'enkat-ut')
const MEDDELANDEFIL = /^([0-9a-f-]{36})\.json$/

/** Address and link go when a survey closes, from the files too. What lies there is asked about each time, so that a stop halfway, or a message written as the survey closed, is put right the next time. */
async function taBortStangdasMeddelanden(t: Pick<Tjanster, 'db' | 'config'>): Promise<void> {
  const filer = await readdir(utmappen(t)).catch((e: NodeJS.ErrnoException) => {
    if (e.code === 'ENOENT') return []
    throw e
  })
  const stangda = await somSystemet(t.db, (q) =>
    stangdasUtskick(
      q,
      filer.flatMap((f) => MEDDELANDEFIL.exec(f)?.[1] ?? []),
    ),
  )
  for (const id of stangda) await rm(join(utmappen(t), `${id}.json`), { force: true })
}

function brevet(m: Enkatmeddelande, adress: string): { amne: string; text: string } {
  const sista: Datum = m.enkat.stanger
  const inledning =
    m.nr === 0
      ? `Du är en av dem som vi ber svara på enkäten ”${m.enkat.namn}”.`
      : `Det här är en påminnelse om enkäten ”${m.enkat.namn}”. Vi har inte fått ditt svar än.`
  return {
    amne: m.nr === 0 ? `Enkät: ${m.enkat.namn}` : `Påminnelse: ${m.enkat.namn}`,
    text: [
      inledning,
      m.enkat.syfte,
      `Svara här, senast ${medManadsnamn(sista)}:\n${adress}`,
      `Om sidan frågar efter en kod är den ${m.kod}.`,
      'Länken är din egen. Skicka den inte vidare. Du behöver inte svara på allt på en gång: det du har fyllt i sparas.',
      'När enkäten stänger skiljs svaren från dina uppgifter. De som räknar på svaren ser inte vem som har svarat vad.',
    ].join('\n\n'),
  }
}

/** Hands one message over as a file for the message system, as questions to care are. Run again before it is marked sent, the file holds another code; each works until the survey closes. */
export async function sandEnkatutskick(t: Tjanster, utskickId: string): Promise<void> {
  const { dag } = t.klocka.nu()
  const m = await somSystemet(t.db, (q) => forberedEnkatutskick(q, utskickId, dag))
  if (!m) return
  const lank = svarsadress(t, m.lank, m.kod)
  const mapp = utmappen(t)
  await mkdir(mapp, { recursive: true })
  await writeFile(
    join(mapp, `${utskickId}.json`),
    JSON.stringify({ till: m.till, ...brevet(m, lank), lank, kod: m.kod, lankenGallerTill: m.enkat.stanger }, null, 2),
    { mode: 0o600 },
  )
  await somSystemet(t.db, (q) => noteraEnkatutskick(q, utskickId, dag))
}
