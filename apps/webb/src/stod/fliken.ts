/** Every key of ours in the tab's own store begins so. */
export const FLIKNYCKEL = 'atergang:'

/** What was half written in this tab, about a colleague perhaps, is not for the next person who signs in in it. */
export function glommFliken(lager: Storage): void {
  for (const nyckel of Object.keys(lager)) if (nyckel.startsWith(FLIKNYCKEL)) lager.removeItem(nyckel)
}
