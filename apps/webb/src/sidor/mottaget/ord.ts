/** How something reached us. */
export const KANAL: Readonly<Record<string, string>> = {
  api: 'Från vårdens system',
  uppladdning: 'Uppladdad av en handläggare',
  mapp: 'I intygsmappen',
}
