import { parameter } from '../parameter.ts'

const SUPPLERAD = 'uppgift i uppdraget; riktåldern för åren och den tidigare åldern finns inte i källorna'

/** Riktålder för pension, years of age (2 kap. 10 a–10 c §§ SFB), and the fixed age that stood in its place before. */
export const riktalder = parameter({
  namn: 'riktalder',
  rubrik: 'Riktåldern för pension',
  enhet: 'år',
  lagrum: ['2:10 a', '2:10 b', '2:10 c'],
  varden: [
    { from: '2011-01-01', tom: '2022-12-31', varde: 65, kalla: SUPPLERAD, utanforKallorna: true },
    { from: '2023-01-01', tom: '2025-12-31', varde: 66, kalla: SUPPLERAD, utanforKallorna: true },
    { from: '2026-01-01', tom: '2030-12-31', varde: 67, kalla: SUPPLERAD, utanforKallorna: true },
  ],
})
