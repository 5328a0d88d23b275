/** Words of the workplace support that the pages share. */
export const KANAL = { etjanst: 'E-tjänst', papper: 'Papper' } as const
export const UTFALL: Readonly<Record<string, string>> = { beviljat: 'Beviljas', delvisAvslag: 'Beviljas delvis', avslag: 'Avslås' }
export const BESLUTAT: Readonly<Record<string, string>> = { beviljat: 'Beviljat', delvisAvslag: 'Delvis beviljat', avslag: 'Avslag', aterkravs: 'Återkrav', upphor: 'Godkännandet upphör', avvisat: 'Avvisat' }
export const ANORDNARLAGE: Readonly<Record<string, string>> = { ansokt: 'Ansöker', godkand: 'Godkänd', omprovas: 'Omprövas', upphort: 'Upphört', ejGodkand: 'Inte godkänd' }
export const antal = (n: number, ett: string, flera: string): string => `${String(n).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')}\u00a0${n === 1 ? ett : flera}`
/** ”30,9 %”; null where there is nothing to share. */
export const procent = (n: number | null, decimaler = 1): string => (n === null ? 'saknas' : `${(n * 100).toFixed(decimaler).replace('.', ',')}\u00a0%`)
