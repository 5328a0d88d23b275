/** A step of the guide to medical documents: what to look for, and where that is said. */
export interface Metodsteg {
  readonly rubrik: string
  readonly text: string
  readonly kalla: string
  readonly lagrum: readonly string[]
}

const R002 = 'Försäkringskassan, rapport 002 avsnitt 2.2.1'

/**
 * Support in weighing medical documents (H022): the order in which the authority's own support sorts them, and what the law asks. The text of the
 * authority's support is not in the sources; nothing is put in its place.
 */
export const METODSTOD = {
  namn: 'Stöd för att läsa medicinska underlag',
  ingress:
    'Försäkringskassan har tagit fram ett metodstöd och ett digitalt stöd (SAMU) för att värdera och analysera medicinska underlag. Deras text finns inte i källorna. Här står det som rapporten säger om dem och det som lagen kräver.',
  steg: [
    {
      rubrik: 'Sortera underlaget i tre delar',
      text: 'Leta upp vad underlaget säger om diagnos, om funktionsnedsättning och om aktivitetsbegränsning, var för sig. En diagnos säger inte ensam hur förmågan påverkas.',
      kalla: `${R002}: det digitala stödet sorterar ut just de tre delarna. Att diagnosen inte räcker ensam följer av att lagen frågar efter nedsatt förmåga`,
      lagrum: ['27:2'],
    },
    {
      rubrik: 'Läs psykiska besvär särskilt noga',
      text: 'Psykiska funktionsnedsättningar och aktivitetsbegränsningar kan vara svåra att urskilja i ett medicinskt underlag. Läs efter dem också när de inte står under en egen rubrik.',
      kalla: R002,
      lagrum: [],
    },
    {
      rubrik: 'Fråga hur begränsningen yttrar sig',
      text: 'Se hur aktivitetsbegränsningen visar sig och hur läkaren beskriver den. Står det inte, är det en fråga att ställa till läkaren.',
      kalla: `${R002}; skyldigheten att utreda: 110 kap. 13 §`,
      lagrum: ['110:13'],
    },
    {
      rubrik: 'Tänk på hur det är att leva med nedsättningen',
      text: 'Ta hänsyn till det i kontakten med personen, till exempel i hur du frågar och i vilken form.',
      kalla: R002,
      lagrum: ['FL 6'],
    },
    {
      rubrik: 'Fråga rådgivaren när underlaget är svårt att tolka',
      text: 'Försäkringsmedicinska rådgivare ger stöd i att förstå och analysera underlaget. De beslutar inte.',
      kalla: 'RiR 2021:19 avsnitt 4.3, fotnot 128',
      lagrum: [],
    },
  ],
  fragor: {
    arbetsformaga: {
      rubrik: 'I frågan om arbetsförmåga',
      text: 'Ställ begränsningarna mot de krav i arbetet som just nu prövas. Arbetsförmågan ska vara nedsatt med minst en fjärdedel på grund av sjukdom.',
      lagrum: ['27:2', '27:46'],
      kalla: 'Socialförsäkringsbalken',
    },
    risk: {
      rubrik: 'I frågan om risk',
      text: 'Här behöver ingen nedsättning finnas än. Fråga vad underlaget säger om vilken sjukdom som kan komma, och hur den skulle begränsa personen i arbetet. Tidigare sjukskrivning krävs inte.',
      lagrum: ['27:6'],
      kalla: 'Socialförsäkringsbalken; skr. 2021/22:60 avsnitt 3',
    },
  },
  forbehall: 'Stödet i rapporten är framtaget för aktivitetsersättning. Att det kan vara till hjälp vid sjukpenning är vår läsning.',
} as const satisfies { namn: string; ingress: string; steg: readonly Metodsteg[]; fragor: Record<string, Metodsteg>; forbehall: string }

/** Questions beside which the guide is offered. */
export type Metodfraga = keyof typeof METODSTOD.fragor
export const harMetodstod = (kod: string): kod is Metodfraga => Object.hasOwn(METODSTOD.fragor, kod)
