import { fakturanyckel, godkandaPerioder, lasOrgnr, type Anordnare, type Kandfaktura, type Orgnr } from '@atergang/formaner/apr'
import { anordnarnyckel, personnyckel, type Fakturatraff, type Godkannandelage, type Rad } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { somSystemet, type Databas, type Fraga } from '@atergang/lager'

export type Registrerad = Anordnare & { readonly tillstand: string }

/** Every provider there is a case of, with its approvals. A few hundred in the country. */
export const anordnarna = (db: Databas): Promise<readonly Registrerad[]> =>
  somSystemet(db, async (q) =>
    (await q.selectFrom('app.apr_anordnare').select('post').execute()).map((r) => r.post as unknown as Registrerad),
  )

const oppen = (p: { readonly from: Datum; readonly tom: Datum }, slut: Datum | undefined) => ({ from: p.from, tom: slut ?? null })

/** How the register stands for these numbers. Whoever has never been approved is not in it. */
export async function registerlagen(db: Databas, nycklar: readonly string[], dag: Datum): Promise<Godkannandelage[]> {
  const unika = [...new Set(nycklar)].filter(Boolean)
  if (unika.length === 0) return []
  const rader = await somSystemet(db, (q) =>
    q.selectFrom('app.apr_anordnare').select(['orgnr', 'post']).where('orgnr', 'in', unika).execute(),
  )
  const per = new Map(rader.map((r) => [r.orgnr, r.post as unknown as Registrerad]))
  return unika.map((anordnare): Godkannandelage => {
    const a = per.get(anordnare)
    const perioder = (a?.godkannanden ?? []).flatMap((g) => godkandaPerioder([g]).map((p) => oppen(p, g.slut?.tom)))
    return { anordnare: anordnare.slice(0, 40), kand: perioder.length > 0, namn: perioder.length ? a!.namn : '', perioder, last: dag }
  })
}

/** The question `lasRader` puts to the register. */
export function anordnarfraga(alla: readonly Registrerad[]): (o: Orgnr, dag: Datum) => 'okand' | 'ejGodkand' | 'godkand' {
  const per = new Map(alla.map((a) => [lasOrgnr(a.orgnr)?.nyckel, a]))
  return (o, dag) => {
    const a = per.get(o.nyckel)
    const perioder = a ? godkandaPerioder(a.godkannanden) : []
    if (perioder.length === 0) return 'okand'
    return perioder.some((p) => p.from <= dag && dag <= p.tom) ? 'godkand' : 'ejGodkand'
  }
}

interface Kandrad {
  readonly faktura: string
  readonly arende_id: string
  readonly ansokan_id: string
  readonly rad_id: string
  readonly orgnr: string
  readonly anstalld: string
  readonly insatsdag: Datum | null
}

export const nyckelnAv = (r: Pick<Rad, 'anordnare' | 'fakturanummer'>): string | null =>
  r.anordnare && r.fakturanummer ? fakturanyckel(anordnarnyckel(r.anordnare), r.fakturanummer) : null

const kandaRader = async (q: Fraga, nycklar: readonly string[]): Promise<readonly Kandrad[]> =>
  nycklar.length
    ? ((await q
        .selectFrom('app.apr_rad')
        .select(['faktura', 'arende_id', 'ansokan_id', 'rad_id', 'orgnr', 'anstalld', 'insatsdag'])
        .where('faktura', 'in', [...nycklar])
        .execute()) as readonly Kandrad[])
    : []

export interface Traffar {
  readonly mina: readonly Fakturatraff[]
  /** rows in other cases whose applications have not been decided: their officers should know too */
  readonly andras: readonly { readonly arendeId: string; readonly traff: Fakturatraff }[]
}

/**
 * Rows whose invoice lies in another application: the same employer's for the same employee and day, or any other employer's. An invoice may
 * rightly be shared by several rows of one employer, so that alone is no hit.
 */
export const fakturatraffar = (
  db: Databas,
  o: { orgnr: string; arendeId: string | null; ansokanId: string; rader: readonly Rad[] },
): Promise<Traffar> =>
  somSystemet(db, async (q) => {
    const mina = o.rader.flatMap((r) => {
      const nyckel = nyckelnAv(r)
      return nyckel ? [{ r, nyckel, anstalld: personnyckel(o.orgnr, r.anstalld) }] : []
    })
    const kanda = (await kandaRader(q, [...new Set(mina.map((m) => m.nyckel))])).filter((k) => k.ansokan_id !== o.ansokanId)
    const obeslutade = new Set(
      kanda.length
        ? (
            await q
              .selectFrom('app.apr_ansokan')
              .select('ansokan_id')
              .where('ansokan_id', 'in', [...new Set(kanda.map((k) => k.ansokan_id))])
              .where('beslut_id', 'is', null)
              .execute()
          ).map((r) => r.ansokan_id)
        : [],
    )
    const ut: { mina: Fakturatraff[]; andras: { arendeId: string; traff: Fakturatraff }[] } = { mina: [], andras: [] }
    for (const { r, nyckel, anstalld } of mina) {
      for (const k of kanda.filter((x) => x.faktura === nyckel)) {
        const egen = k.orgnr === o.orgnr
        if (egen && (k.anstalld !== anstalld || k.insatsdag !== r.insatsdag)) continue
        ut.mina.push({
          radId: r.radId,
          slag: egen ? 'redanSokt' : 'annanArbetsgivare',
          annan: { ansokanId: k.ansokan_id, arendeId: k.arende_id },
        })
        if (o.arendeId && obeslutade.has(k.ansokan_id))
          ut.andras.push({
            arendeId: k.arende_id,
            traff: {
              radId: k.rad_id,
              slag: egen ? 'redanSokt' : 'annanArbetsgivare',
              annan: { ansokanId: o.ansokanId, arendeId: o.arendeId },
            },
          })
      }
    }
    return ut
  })

/** What earlier applications hold of these invoices, as `lasRader` wants it. */
export const kandaFakturor = (db: Databas, nycklar: readonly string[]): Promise<ReadonlyMap<string, readonly Kandfaktura[]>> =>
  somSystemet(db, async (q) => {
    const ut = new Map<string, Kandfaktura[]>()
    for (const k of await kandaRader(q, [...new Set(nycklar)])) {
      const utanOrgnr = k.anstalld.startsWith(`${k.orgnr}/`) ? k.anstalld.slice(k.orgnr.length + 1) : k.anstalld
      ut.set(k.faktura, [...(ut.get(k.faktura) ?? []), { arbetsgivare: k.orgnr, radnyckel: `${k.faktura}|${utanOrgnr}|${k.insatsdag}` }])
    }
    return ut
  })
