import { vanligtPlansvar, type Plansvar } from '@atergang/formaner/prov'
import type { Browser, Page } from '@playwright/test'
import { expect, loggaIn } from '../stod.ts'

interface Fraga {
  readonly kod: string
  readonly nyckel: string
  readonly underlag: string
  readonly roll: string
}

/** A call as the page of a signed-in officer makes it. */
const anrop = (sida: Page, metod: string, vag: string, kropp?: unknown) =>
  sida.evaluate(
    async ([m, v, k]) => {
      const svar = await fetch(v!, {
        method: m!,
        headers: k === undefined ? {} : { 'content-type': 'application/json' },
        ...(k === undefined ? {} : { body: JSON.stringify(k) }),
      })
      return { status: svar.status, json: (await svar.json()) as Record<string, unknown> }
    },
    [metod, vag, kropp] as const as [string, string, unknown],
  )

/** The officers' part of a case of förebyggande sjukpenning, through the API: everybody answers as usual until nothing more can be answered. */
export async function handlaggPlan(browser: Browser, arendeId: string, v: Plansvar & { readonly fmr?: string } = {}): Promise<string[]> {
  const oppna = async (namn: string): Promise<Page> => {
    const sida = await (await browser.newContext()).newPage()
    await loggaIn(sida, namn)
    return sida
  }
  const personer = { handlaggare: await oppna('Fia Falk'), specialist: await oppna('Siri Sund'), fmr: await oppna('Farah Fors') } as Record<
    string,
    Page
  >
  const koder: string[] = []
  for (let varv = 0; varv < 60; varv++) {
    const vy = await anrop(personer['handlaggare']!, 'GET', `/api/v1/arenden/${arendeId}`)
    expect(vy.status, JSON.stringify(vy.json)).toBe(200)
    const f = (vy.json['fragor'] as Fraga[]).find((x) => x.roll in personer)
    const svar =
      f &&
      (f.roll === 'fmr'
        ? { svar: v.fmr ?? 'Behandlingen har stöd för problemet i den omfattning som planeras.' }
        : vanligtPlansvar(f as never, v))
    if (!f || svar === undefined) break
    const kommando = { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }
    const gor = () => anrop(personer[f.roll]!, 'POST', `/api/v1/arenden/${arendeId}/kommandon`, kommando)
    let r = await gor()
    if (r.json['kod'] === 'brevetAndrat') {
      expect((await anrop(personer[f.roll]!, 'POST', `/api/v1/arenden/${arendeId}/brev`, kommando)).status).toBe(200)
      r = await gor()
    }
    expect(r.status, `${f.kod}: ${JSON.stringify(r.json)}`).toBe(200)
    koder.push(f.kod)
  }
  for (const sida of Object.values(personer)) await sida.context().close()
  return koder
}
