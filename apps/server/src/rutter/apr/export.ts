import { registerposter, utvarderingsexport } from '@atergang/formaner/apr'
import { somPerson } from '@atergang/lager'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { sessionen } from '../../auth/session.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { bidragsrader } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { arSchema, fritext } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }

const somCsv = (rader: readonly Readonly<Record<string, unknown>>[]): string => {
  const kolumner = Object.keys(rader[0] ?? {})
  // A cell that a spreadsheet would run as a formula is written as text.
  const cell = (v: unknown): string => {
    const s = Array.isArray(v) ? v.join(' ') : v === null || v === undefined ? '' : String(v)
    return `"${(/^[=+\-@\t\r]/.test(s) && typeof v !== 'number' ? `'${s}` : s).replaceAll('"', '""')}"`
  }
  return [kolumner.map(cell).join(';'), ...rader.map((r) => kolumner.map((k) => cell(r[k])).join(';'))].join('\r\n')
}

/** What leaves the system as a file: under pseudonym, and logged with who and why. */
export function registreraAprExport(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/export',
    {
      schema: {
        ...TAGG,
        summary:
          'Registret eller ett utvärderingsunderlag som CSV; vem och varför loggas. Personer och arbetsgivare under pseudonym som bara gäller i filen',
        body: z.object({
          slag: z.enum(['register', 'utvardering']),
          ar: arSchema,
          syfte: fritext(1_000, 'Skriv vad uppgifterna ska användas till.'),
        }),
        response: problemsvar,
      },
    },
    async (req, svar) => {
      await ledare(t, req)
      const { slag, ar: valt, syfte } = req.body
      const nu = t.klocka.nu()
      const nyckel = randomBytes(32)
      const pseudonym = (vad: string, id: string): string => createHmac('sha256', nyckel).update(`${vad}|${id}`).digest('hex').slice(0, 20)
      const rader = (await bidragsrader(t)).filter((r) => r.kostnadsar === valt && r.beslutad <= nu.dag)
      const dolda = rader.map((r) => ({
        ...r,
        arbetsgivare: pseudonym('arbetsgivare', r.arbetsgivare),
        anstalld: pseudonym('anstalld', r.anstalld),
      }))
      const csv = somCsv(slag === 'register' ? registerposter(dolda) : utvarderingsexport(rader, pseudonym))
      await somPerson(t.db, sessionen(req), (q, s) =>
        q
          .insertInto('app.apr_export')
          .values({
            anvandare: s.anvandare,
            namn: s.namn,
            tid: nu.tid,
            syfte,
            // What is in the file: every row of the year's costs that was decided by then.
            villkor: JSON.stringify({ slag, kostnadsar: valt, senastBeslutad: nu.dag }),
            rader: rader.length,
            sha256: createHash('sha256').update(csv).digest('hex'),
          })
          .execute(),
      )
      return svar
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="apr-${slag}-${valt}.csv"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(csv) as never)
    },
  )
}
