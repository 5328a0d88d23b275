export { godkandaPerioder, godkandDen, omprovningsbehov, SLUTSKAL, vidPersonalandring, type Godkannande, type Omprovningsbehov, type Personalandring, type Slutskal } from './godkannande.ts'
export { ALLTID, kompetenslinje, KNYTNINGAR, KOMPETENSER, provaKompetens, VALBARA, type Knytning, type Kompetens, type Kompetensprovning, type Kompetensstracka, type Kompetensuppgift } from './kompetens.ts'
export { allmantRegister, ANORDNARTYPER, slaUppAnordnare, tackning, type Allmanpost, type Anordnare, type Anordnartyp, type Folkmangd, type Lanstackning, type Tackning } from './register.ts'
