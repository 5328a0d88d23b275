/** Words for whom one talked to and how. */
export const KONTAKTMED: Readonly<Record<string, string>> = { forsakrad: 'Personen', arbetsgivare: 'Arbetsgivaren', vard: 'Hälso- och sjukvården', arbetsformedlingen: 'Arbetsförmedlingen', facket: 'Facket', annan: 'Någon annan' }
export const KONTAKTSATT: Readonly<Record<string, string>> = { telefon: 'Telefon', mote: 'Möte', digitaltMote: 'Digitalt möte', brev: 'Brev', meddelande: 'Meddelande' }
