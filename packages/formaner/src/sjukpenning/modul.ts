import type { Formansmodul } from '../modul.ts'
import { paminnelsebrev } from './brev/paminnelse.ts'
import { sjukpenning } from './forman.ts'
import { sjukpenningsvag } from './vag.ts'
import { arendevy } from './vy/index.ts'

export const sjukpenningmodul: Formansmodul = { forman: sjukpenning, arendevy, vagar: [sjukpenningsvag], paminnelsebrev }
