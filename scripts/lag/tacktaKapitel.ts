/** Chapters of socialförsäkringsbalken whose every paragraph is listed in `docs/lagtackning.md` (design, section 3). */
export const TACKTA_KAPITEL: readonly string[] = ['10', '23', '24', '25', '26', '27', '28', '28 a', '29', '30', '31', '31 a', '33', '36', '40', '41', '110', '112', '113']
