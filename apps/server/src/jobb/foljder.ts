import { SYSTEMET } from '@atergang/arende'
import { beslutsfoljd, januaribrev, ansokanMedId, planfaktum, uttagna, type Planfaktum } from '@atergang/formaner'
import { somSystemet, sparaBrev, type HeltArende, type Utskicksjobb } from '@atergang/lager'
import { sql } from 'kysely'
import type { Tjanster } from '../app.ts'
import { somApr, somRond } from '../tjanster/apr/arenden.ts'
import { fakturatraffar } from '../tjanster/apr/register.ts'
import { lasOmRegistret } from '../tjanster/apr/intag.ts'
import { fullfoljSteg, fullfoljSvar } from '../tjanster/overlamningar.ts'

type Foljdjobb = Extract<Utskicksjobb, { slag: 'foljd' }>

/** Carries out in other cases what follows on an event. Each kind can be run again: what is already there is left. */
export async function gorFoljd(t: Tjanster, helt: HeltArende, jobb: Foljdjobb): Promise<void> {
  switch (jobb.vad) {
    case 'aprRegister':
      return registretAndrat(t, jobb.arendeId)
    case 'aprSlaUpp':
      await lasOmRegistret(t, jobb.arendeId)
      return
    case 'aprFakturor':
      return jamforFakturor(t, helt, jobb.om!)
    case 'aprUttag':
      return taUt(t, helt)
    case 'aprJanuari':
      return sandJanuari(t, helt)
    case 'overlamningBeslut':
      return berattaOmBeslutet(t, helt, jobb.om!)
    case 'overlamningSvar':
      return fullfoljSvar(t, jobb.om!)
    case 'kandidatsteg':
      return fullfoljSteg(t, jobb.av!, Number(jobb.om))
    case 'aprResultat':
      return lamnaResultat(t, jobb.arendeId, jobb.om!)
    default:
      throw new Error(`Följden ${jobb.vad} är okänd.`)
  }
}

/** Those who handed over what the case came from hear how it was decided (G019). */
async function berattaOmBeslutet(t: Tjanster, { lage }: HeltArende, beslutId: string): Promise<void> {
  const b = lage.beslut.find((x) => x.id === beslutId)
  if (!b) return
  for (const u of lage.ursprung)
    await t.lager.kor({
      arendeId: u.arendeId,
      av: { system: SYSTEMET },
      nu: t.klocka.nu(),
      kommando: { typ: 'foljOverlamning', data: { overlamningId: u.overlamningId, text: beslutsfoljd(lage, b) } },
    })
}

/** A provider's approval has begun or ended: every application that names it reads the register again. */
async function registretAndrat(t: Tjanster, anordnararende: string): Promise<void> {
  const arenden = await somSystemet(
    t.db,
    async (q) =>
      (
        await sql<{
          id: string
        }>`select distinct r.arende_id as id from app.apr_rad r join app.apr_anordnare a on a.orgnr = r.anordnare where a.arende_id = ${anordnararende}`.execute(
          q,
        )
      ).rows,
  )
  for (const { id } of arenden) await lasOmRegistret(t, id)
}

/** Looked for again when the application lies in the store: two that come in at the same moment see each other now. */
async function jamforFakturor(t: Tjanster, helt: HeltArende, ansokanId: string): Promise<void> {
  const l = somApr(helt.lage)
  const a = ansokanMedId(l, ansokanId)
  const { part } = l.arende
  if (!a || part.slag !== 'arbetsgivare') return
  const orgnr = part.arbetsgivare.orgnr.replace(/\D/g, '')
  const { mina, andras } = await fakturatraffar(t.db, { orgnr, arendeId: l.arende.id, ansokanId, rader: a.rader })
  const per = new Map<string, unknown[]>([...(mina.length ? [[l.arende.id, [...mina]] as [string, unknown[]]] : [])])
  for (const x of andras) per.set(x.arendeId, [...(per.get(x.arendeId) ?? []), x.traff])
  for (const [arendeId, traffar] of per)
    await t.lager.kor({ arendeId, av: { system: SYSTEMET }, nu: t.klocka.nu(), kommando: { typ: 'noteraTraffar', data: { traffar } } })
}

interface Med {
  readonly arende_id: string
  readonly ansokningar: string[]
}

/** The applications of an employer that gave money and came in during the half-year, by case. */
export const kontrolleras = (t: Pick<Tjanster, 'db'>, p: Pick<Planfaktum, 'ar' | 'halvar'>, enhet: string): Promise<readonly Med[]> =>
  somSystemet(t.db, async (q) => {
    const [fran, till] = halvaret(p)
    const { rows } = await sql<Med>`
      select x.arende_id, array_agg(x.ansokan_id order by x.inkom, x.ansokan_id) as ansokningar from app.apr_ansokan x join app.arbetsgivare g on g.orgnr = x.orgnr
       where g.id = ${enhet} and x.inkom between ${fran}::date and ${till}::date and x.belopp > 0 group by x.arende_id order by x.arende_id`.execute(
      q,
    )
    return rows
  })

export const halvaret = (p: Pick<Planfaktum, 'ar' | 'halvar'>): readonly [string, string] =>
  p.halvar === 1 ? [`${p.ar}-01-01`, `${p.ar}-06-30`] : [`${p.ar}-07-01`, `${p.ar}-12-31`]

/** Begins the control of everyone who has been drawn, or chosen for a risk. An employer that already has it is left. */
async function taUt(t: Tjanster, rond: HeltArende): Promise<void> {
  const l = somRond(rond.lage)
  const p = planfaktum(l)!
  for (const u of uttagna(l)) {
    for (const m of await kontrolleras(t, p, u.enhet)) {
      await t.lager.kor({
        arendeId: m.arende_id,
        av: { system: SYSTEMET },
        nu: t.klocka.nu(),
        kommando: {
          typ: 'inledKontroll',
          data: {
            omgang: l.arende.sak,
            rond: l.arende.id,
            enhet: u.enhet,
            slag: u.slag,
            sannolikhet: u.sannolikhet,
            skal: u.skal,
            ansokningar: m.ansokningar,
          },
        },
      })
    }
  }
}

/** An employer's control is over in one case; when it is in all of its cases the round is told. */
async function lamnaResultat(t: Tjanster, arendeId: string, omgang: string): Promise<void> {
  const rader = await somSystemet(
    t.db,
    async (q) =>
      (
        await sql<{ rond: string; enhet: string; tillstand: string; koder: string[]; felbelopp: number }>`
    select k.rond, g.id as enhet, k.tillstand, k.koder, k.felbelopp from app.apr_kontrollfall k join app.arende a on a.id = k.arende_id join app.arbetsgivare g on g.orgnr = a.orgnr
     where k.omgang = ${omgang} and a.orgnr = (select orgnr from app.arende where id = ${arendeId})`.execute(q)
      ).rows,
  )
  if (rader.length === 0 || rader.some((r) => r.tillstand !== 'klar')) return
  const koder = [...new Set(rader.flatMap((r) => r.koder))]
  const fel = koder.filter((k) => k !== 'ingetFel')
  await t.lager.kor({
    arendeId: rader[0]!.rond,
    av: { system: SYSTEMET },
    nu: t.klocka.nu(),
    kommando: {
      typ: 'taEmotResultat',
      data: { enhet: rader[0]!.enhet, koder: fel.length ? fel : ['ingetFel'], felbelopp: rader.reduce((s, r) => s + r.felbelopp, 0) },
    },
  })
}

/** The reminder that the last day to apply is near. Once, however often it is tried. */
async function sandJanuari(t: Tjanster, helt: HeltArende): Promise<void> {
  const nu = t.klocka.nu()
  const innehall = januaribrev(somApr(helt.lage), nu.dag)
  if (!innehall) return
  const arendeId = helt.lage.arende.id
  const { pdf, sha256 } = await t.brev.skriv(innehall)
  await sparaBrev(t.db, { arendeId, av: { system: SYSTEMET }, innehall, pdf, pdfSha256: sha256 })
  await t.lager.kor({ arendeId, av: { system: SYSTEMET }, nu, kommando: { typ: 'sandJanuaribrev', data: null } })
}
