/**
 * Where each county's tile stands: column and row, from the north-west. A tile map gives every county the same size, so that a small county is
 * seen as well as a large one; the placing is ours and keeps neighbours near.
 */
export const RUTOR: Readonly<Record<string, readonly [kolumn: number, rad: number]>> = {
  '25': [4, 1], '24': [4, 2], '23': [3, 2], '22': [4, 3], '20': [3, 3], '21': [4, 4], '17': [2, 4], '18': [3, 4], '03': [5, 4], '19': [3, 5], '04': [4, 5], '01': [5, 5],
  '14': [2, 5], '05': [3, 6], '06': [2, 6], '09': [5, 6], '08': [4, 6], '13': [1, 7], '07': [2, 7], '10': [3, 7], '12': [2, 8],
}
export const FORKORTNING: Readonly<Record<string, string>> = {
  '25': 'Nb', '24': 'Vb', '23': 'Jä', '22': 'Vn', '20': 'Da', '21': 'Gä', '17': 'Vä', '18': 'Ör', '03': 'Up', '19': 'Vm', '04': 'Sö', '01': 'St', '14': 'VG', '05': 'Ög', '06': 'Jö', '09': 'Go', '08': 'Ka', '13': 'Ha', '07': 'Kr', '10': 'Bl', '12': 'Sk',
}
