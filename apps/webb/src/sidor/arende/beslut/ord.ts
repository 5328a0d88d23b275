/** Words for decisions and what they pay. */
export const BESLUTSUTFALL: Readonly<Record<string, string>> = {
  beviljat: 'Beviljat',
  delvisAvslag: 'Delvis avslag',
  avslag: 'Avslag',
  avvisat: 'Avvisat',
  ingenAndring: 'Ingen ändring',
  tasUpp: 'Ansökan tas upp',
}
export const PLANUTFALL: Readonly<Record<string, string>> = {
  beviljat: 'Planen godkänd',
  delvisAvslag: 'Planen godkänd i en del',
  avslag: 'Planen inte godkänd',
}
export const BESLUTSTYP: Readonly<Record<string, string>> = {
  slutligt: 'Slutligt beslut',
  interimistiskt: 'Interimistiskt beslut',
  omprovning: 'Beslut efter omprövning',
  andring: 'Ändringsbeslut',
  overklagande: 'Beslut om överklagande',
}
