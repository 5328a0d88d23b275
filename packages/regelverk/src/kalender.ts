/** Days, periods and holidays: what the rules count time with, so that who has this package needs no other. */
export * from '@atergang/kalender'
