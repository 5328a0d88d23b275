/** Hand-written files that must be refused, for tests. */

const NS =
  'xmlns:r="urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3" xmlns="urn:riv:clinicalprocess:healthcond:certificate:3"'
const TOMT = `<r:RegisterCertificate ${NS}><r:intyg/></r:RegisterCertificate>`

export const MILJARD_SKRATT = `<?xml version="1.0"?>
<!DOCTYPE r [
 <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
 <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
]>
<r>&e;</r>`

export const YTTRE_ENTITET = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<r:RegisterCertificate ${NS}><r:intyg><version>&x;</version></r:intyg></r:RegisterCertificate>`

export const YTTRE_DTD = `<!DOCTYPE r SYSTEM "http://127.0.0.1:1/intyg.dtd">\n${TOMT}`
export const TOM_DOCTYPE = `<!DOCTYPE RegisterCertificate>\n${TOMT}`
export const PARAMETERENTITET = `<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>\n${TOMT}`

export const TVA_ROTTER = `${TOMT}${TOMT}`
export const OBUNDET_PREFIX = '<x:RegisterCertificate><x:intyg/></x:RegisterCertificate>'
export const OKAND_ENTITET = `<r:RegisterCertificate ${NS}><r:intyg><version>&hemlig;</version></r:intyg></r:RegisterCertificate>`
export const KORSADE_TAGGAR = `<r:RegisterCertificate ${NS}><r:intyg><version>2.0</r:intyg></version></r:RegisterCertificate>`
export const TEXT_EFTER_ROTEN = `${TOMT} och så något mer`
export const DUBBELT_ATTRIBUT = '<a b="1" b="2"/>'
export const STYRTECKEN = '<a>\u0000</a>'
export const XML_1_1_STYRTECKEN = '<?xml version="1.1"?><a>\u0001</a>'
export const FEL_NAMNRYMD = TOMT.replace('RegisterCertificateResponder:3', 'RegisterCertificateResponder:1')
export const ANNAN_ROT = '<html><body/></html>'
export const DJUPT = `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`
export const MANGA_ELEMENT = `<a>${'<b/>'.repeat(100_000)}</a>`
export const MANGA_ATTRIBUT = `<a ${Array.from({ length: 5000 }, (_, i) => `a${i}=""`).join(' ')}/>`
