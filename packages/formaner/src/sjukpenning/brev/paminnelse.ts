import { paminnelsebrevet, type Begaransord } from '../../gemensamt/brev/begaran.ts'

/** How sjukpenning names itself in letters that ask for something. */
export const BEGARANSORD: Begaransord = { forman: 'sjukpenning', gallerPerson: (namn) => `Det gäller ${namn}, som är sjukskriven.` }

export const paminnelsebrev = paminnelsebrevet(BEGARANSORD)
