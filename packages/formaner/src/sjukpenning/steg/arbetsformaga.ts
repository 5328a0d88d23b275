import { oppnaBegaran, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { flera, KEDJEGRANSER } from '@atergang/regelverk'
import { ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { attBortseFran, ersattningstext, type Ersattningsfaktum } from '../../gemensamt/annanErsattning.ts'
import {
  arbetsformagenyckel,
  bedomning,
  bedomningsgrundval,
  PROVNINGSNAMN,
  rehabiliteringsnyckel,
  rehabstallning,
  type Arbetsformaga,
} from '../bedomning.ts'
import { fakt, SYSSELSATTNINGSNAMN, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { intygFor, underlaget, type Provgrupp } from '../underlag.ts'
import { ejProvat } from './ejprovat.ts'

const rubriken = (g: Provgrupp): string => {
  if (g.grund.provas.includes('normaltForekommande')) return 'Bedöm arbetsförmågan mot normalt förekommande arbete'
  if (g.grund.provas.includes('annatHosArbetsgivaren')) return 'Bedöm arbetsförmågan, också efter omplacering hos arbetsgivaren'
  if (g.grund.provas.includes('vardaBarn')) return 'Bedöm förmågan att vårda barn'
  return 'Bedöm arbetsförmågan mot det vanliga arbetet'
}

/** Why the question is put just now: a ground that began, a return, or days to judge. */
function varforNu(l: Slage, g: Provgrupp): string {
  const forsta = g.rader[0]!.kedjedagFran
  const ny = KEDJEGRANSER.find((n) => n === forsta)
  const tidigare = l.svar.findLast((s) => s.nyckel === arbetsformagenyckel(g))
  if (tidigare) return `Underlaget har ändrats sedan ${tidigare.av.namn} bedömde den ${medManadsnamn(tidigare.dag)}.`
  return ny
    ? `Dag ${ny} i rehabiliteringskedjan från ${medManadsnamn(g.from)}.`
    : `${periodtext(g)} ska prövas (dag ${forsta}–${g.rader.at(-1)!.kedjedagTill}).`
}

export const arbetsformagesteg: Steg<Sjukpenningfakta> = {
  namn: 'arbetsformaga',
  rubrik: 'Arbetsförmåga',
  lagrum: flera('27:2', '27:3', '27:45', '27:46', '27:47', '27:48', '27:49', '27:50', '27:53', '27:54'),
  efter: ['ansokan', 'anmalan', 'arbetsgivaren'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    if (u.grupper.length === 0) return [ejAktuellt(ejProvat(u))]
    return u.grupper.map((g) => bedomEllerFraga(l, g))
  },
}

const HAR_ARBETSGIVARE: ReadonlySet<string> = new Set(['anstalld', 'behovsanstalld'])

const ersattningsrad = (f: Ersattningsfaktum) => ({
  text: ersattningstext(f.varde),
  period: f.period ? periodtext(f.period) : 'tills vidare',
  kalla: f.kalla.text,
})

/** The other benefit, and what was judged to underlie it (53 §). */
function annanErsattningsfakta(l: Slage, g: Provgrupp, b: Arbetsformaga) {
  const svar = b.annanErsattning
  return [
    ...attBortseFran(fakt(l, 'sjukersattning'), g).map((f) => faktaOm('Får', ersattningstext(f.varde), f.kalla)),
    ...(svar
      ? [
          faktaOm(
            'Bortses från',
            `${svar.andel * 100} % nedsättning; arbetsförmågan är ${svar.darutover ? '' : 'inte '}nedsatt utöver den. ${svar.skal}`,
          ),
        ]
      : []),
  ]
}

function bedomEllerFraga(l: Slage, g: Provgrupp): Utfall {
  const lagrum = ['27:2', '27:45', '27:50', ...(g.rader.some((r) => r.annanErsattning) ? ['27:53'] : [])]
  const vantade = vantarPaLakaren(l, g)
  if (vantade) return vantade
  const b = bedomning(l, g)
  if (b) {
    const nedsatt = b.svar.rader.some((r) => r.grad > 0)
    const fakta = [
      ...g.grund.provas.map((p) =>
        faktaOm(
          `Klarar ${PROVNINGSNAMN[p]}`,
          { klarar: 'ja', klararDelvis: 'delvis', klararInte: 'nej' }[b.svar.formaga[p] ?? 'klararInte'],
          { typ: 'bedomning', text: b.av.namn, id: b.id, datum: b.dag },
        ),
      ),
      ...annanErsattningsfakta(l, g, b.svar),
      ...b.svar.rader.map((r) =>
        faktaOm(periodtext(r), r.grad ? `nedsatt, ${r.grad * 100} % sjukpenning` : 'inte nedsatt med minst en fjärdedel'),
      ),
    ]
    const n = {
      ...nod(arbetsformagenyckel(g), `Arbetsförmåga ${periodtext(g)}`, lagrum, nedsatt ? 'uppfyllt' : 'ejUppfyllt', b.svar.skal, fakta),
      lagrum: [...flera(...lagrum), ...g.grund.lagrum],
    }
    return nedsatt ? uppfyllt(n) : ejUppfyllt(n)
  }
  const f = fraga({
    nyckel: arbetsformagenyckel(g),
    kod: 'arbetsformaga',
    rubrik: rubriken(g),
    hjalp: `${g.grund.text} Bortse från arbetsmarknad, ekonomi och sociala förhållanden (3 §) och räkna med förmågan efter behandling eller rehabilitering (50 §). Inga objektiva undersökningsfynd krävs.${g.rader.some((r) => r.annanErsattning) ? ' Bortse från den nedsättning som redan ger annan ersättning (53 §): bedöm den förmåga som återstår.' : ''}`,
    lagrum,
    paGrundval: bedomningsgrundval(l, g),
    varforNu: varforNu(l, g),
    period: { from: g.from, tom: g.tom },
    formular: {
      rader: g.rader,
      provas: g.grund.provas,
      undantag: g.grund.undantag,
      harArbetsgivare: HAR_ARBETSGIVARE.has(g.sysselsattning.slag),
      annanErsattning: attBortseFran(fakt(l, 'sjukersattning'), g).map((f) => ersattningsrad(f)),
      grundtext: g.grund.text,
      sysselsattning: SYSSELSATTNINGSNAMN[g.sysselsattning.slag],
      intyg: intygFor(l, g).map((i) => ({
        id: i.id,
        handlingId: i.varde.handlingId,
        lakare: i.varde.lakare,
        signerat: i.varde.signerat,
        forlaggningForsamrar: i.varde.forlaggningForsamrar,
      })),
      lamnatProgram: g.sysselsattning.lamnatProgram ?? false,
      tidigare: l.svar.findLast((s) => s.nyckel === arbetsformagenyckel(g))?.svar ?? null,
    },
  })
  return f.typ === 'fraga' ? { ...f, fraga: { ...f.fraga, lagrum: [...f.fraga.lagrum, ...g.grund.lagrum] } } : f
}

/** While a doctor has been asked about a certificate behind these days, the judgement waits; withdraw the question to go on without it. */
function vantarPaLakaren(l: Slage, g: Provgrupp): Utfall | null {
  const intyg = new Set(intygFor(l, g).map((i) => i.id))
  const oppen = oppnaBegaran(l).find((b) => b.typ === 'intygskomplettering' && b.om && intyg.has(b.om))
  return oppen
    ? vantar({
        pa: 'vard',
        paNamn: oppen.tillNamn,
        vad: 'Läkarens svar, innan arbetsförmågan bedöms',
        varfor: oppen.fragor.map((f) => f.text).join(' '),
        sedan: oppen.skickad,
        till: oppen.senast,
        lagrum: ['110:14'],
      })
    : null
}

/** The stance on rehabilitation: always, at every assessment (A002; 30 kap. 9 §). */
export const rehabiliteringssteg: Steg<Sjukpenningfakta> = {
  namn: 'rehabilitering',
  rubrik: 'Rehabilitering',
  lagrum: flera('30:3', '30:9', '30:11'),
  efter: ['ansokan', 'anmalan', 'arbetsgivaren'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    if (u.grupper.length === 0) return [ejAktuellt(ejProvat(u))]
    return u.grupper.map((g) => {
      const s = rehabstallning(l, g)
      if (s) {
        const behov = {
          ja: 'Behov av rehabiliteringsåtgärder',
          nej: 'Inget behov av rehabiliteringsåtgärder',
          oklart: 'Behovet är oklart och utreds vidare',
        }[s.svar.behov]
        return uppfyllt(
          nod(rehabiliteringsnyckel(g), `Rehabilitering ${periodtext(g)}`, ['30:9'], 'beraknat', `${behov}. ${s.svar.skal}`, [
            faktaOm('Personens syn', s.svar.personensSyn, { typ: 'bedomning', text: s.av.namn, id: s.id, datum: s.dag }),
          ]),
        )
      }
      return fraga({
        nyckel: rehabiliteringsnyckel(g),
        kod: 'rehabilitering',
        rubrik: 'Ta ställning till rehabilitering',
        hjalp:
          'Vid varje bedömning: behövs rehabiliteringsåtgärder, vilka, och vem ansvarar? Åtgärder planeras i samråd med personen och utgår från hans eller hennes förutsättningar.',
        lagrum: ['30:3', '30:9', '30:11'],
        paGrundval: bedomningsgrundval(l, g),
        varforNu: `Görs vid varje bedömning (${periodtext(g)}).`,
        period: { from: g.from, tom: g.tom },
        formular: { tidigare: l.svar.findLast((x) => x.kod === 'rehabilitering')?.svar ?? null },
      })
    })
  },
}
