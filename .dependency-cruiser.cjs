// Who may import whom (docs/arkitektur.md). A breach fails `npm test`.
const rum = (namn) => `^(packages|apps)/(${namn.join('|')})/`
const FORMANER = 'apr|sjukpenning|forebyggande-sjukpenning'
const under = {
  kalender: ['kalender'],
  regelverk: ['kalender', 'regelverk'],
  arende: ['kalender', 'regelverk', 'arende'],
  formaner: ['kalender', 'regelverk', 'arende', 'formaner'],
  intyg: ['kalender', 'regelverk', 'arende', 'intyg'],
  brev: ['kalender', 'regelverk', 'arende', 'brev'],
  syntet: ['kalender', 'regelverk', 'arende', 'syntet'],
  analys: ['kalender', 'regelverk', 'arende', 'brev', 'syntet', 'analys'],
  lager: ['kalender', 'regelverk', 'arende', 'formaner', 'lager'],
}
module.exports = {
  forbidden: [
    { name: 'ingen-cirkel', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'inga-odeklarerade',
      severity: 'error',
      from: { path: '^(packages|apps)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    { name: 'inget-ologbart', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(under).map(([namn, far]) => ({
      name: `${namn}-bara-nedat`,
      severity: 'error',
      from: { path: `^packages/${namn}/src/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages|apps)/', pathNot: rum(far) },
    })),
    {
      name: 'ingen-forman-ur-en-annan',
      comment: 'what several benefits need lies in gemensamt; what knows several of them lies above them',
      severity: 'error',
      from: { path: `^packages/formaner/src/(${FORMANER})/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/formaner/src/(${FORMANER})/`, pathNot: '^packages/formaner/src/$1/' },
    },
    {
      name: 'ren-karna',
      comment: 'kalender, regelverk, arende and formaner read no file, clock or network',
      severity: 'error',
      from: { path: '^packages/(kalender|regelverk|arende|formaner)/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'bakdorren-ut',
      comment: 'packages/*/node starts threads (ADR 0014): it rests on its own room, and no pure room rests on it',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/[^/]+/node/' },
    },
    {
      name: 'bakdorren-in',
      severity: 'error',
      from: { path: '^packages/regelverk/node/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages|apps)/', pathNot: rum(['kalender', 'regelverk']) },
    },
    {
      name: 'webb-talar-genom-api',
      comment: 'the web shares types and form schemas only; data comes through the generated client',
      severity: 'error',
      from: { path: '^apps/webb/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages/(lager|intyg|brev|syntet|analys)|apps/(server|cli))/' },
    },
    { name: 'appar-far-inte-importera-varandra', severity: 'error', from: { path: '^apps/(cli|server)/' }, to: { path: '^apps/webb/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|node_modules|\\.gen\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.vue', '.mjs', '.js'],
    },
  },
}
