/** The arrows between rooms: who may import what. */
const rooms = [
  'contract',
  'engine',
  'county',
  'security',
  'client',
  'workflows',
  'activities',
  'db',
  'delivery',
  'api',
  'worker',
  'stack',
  'tests',
  'bench',
  'web',
];
const allowed = {
  contract: [],
  engine: ['contract'],
  workflows: ['contract', 'engine'],
  county: ['contract', 'engine', 'workflows'],
  security: ['contract'],
  client: ['contract'],
  db: ['contract', 'engine'],
  delivery: ['contract', 'engine', 'workflows', 'county', 'security', 'db'],
  activities: ['contract', 'engine', 'workflows', 'security', 'db'],
  api: ['contract', 'engine', 'workflows', 'county', 'security', 'db', 'delivery'],
  web: ['contract', 'engine'],
  worker: ['contract', 'workflows', 'county', 'security', 'db', 'delivery', 'activities'],
};
const roomRules = Object.entries(allowed).map(([room, may]) => ({
  name: `${room}-arrows`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${rooms.filter((other) => other !== room && !may.includes(other)).join('|')})/` },
}));
const sandboxed = '^(engine|workflows)/';

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-the-shell-knows-temporal',
      severity: 'error',
      from: { path: sandboxed, pathNot: '^workflows/shell/' },
      to: { path: 'node_modules/@temporalio' },
    },
    {
      name: 'no-library-in-the-sandbox',
      severity: 'error',
      from: { path: sandboxed, pathNot: ['^workflows/shell/', '^workflows/[^/]+/parameters\\.schema\\.ts$'] },
      // A digest of what was asked is made inside the engine.
      to: { path: 'node_modules/', pathNot: 'node_modules/@noble/hashes/' },
    },
    {
      name: 'nothing-starts-the-shell-but-temporal',
      severity: 'error',
      from: {
        pathNot: ['^workflows/shell/', '^tests/setup/versions/workflows\\.ts$'],
      },
      to: { path: '^workflows/shell/case\\.ts$' },
    },
    {
      name: 'a-county-is-read-at-start',
      severity: 'error',
      from: {
        path: '^(api|worker|delivery)/',
        pathNot: ['^(api|worker)/main\\.ts$', '^delivery/(duties|import|migrate|move|person|revive)\\.ts$'],
      },
      to: { path: '^county/' },
    },
    {
      name: 'a-matter-stands-alone',
      severity: 'error',
      from: { path: '^workflows/([^/]+)/' },
      to: {
        path: '^workflows/[^/]+/',
        pathNot: '^workflows/($1|stages|wording|organs|organization|minimum-living)/',
      },
    },
    {
      name: 'stages-and-wording-know-no-matter',
      severity: 'error',
      from: { path: '^workflows/(stages|wording|organs)/' },
      to: { path: '^workflows/', pathNot: '^workflows/(stages|wording|organs)/' },
    },
    {
      name: 'a-county-is-data',
      severity: 'error',
      from: { path: '^county/', pathNot: '^county/load\\.ts$' },
      to: { path: '^(engine|workflows)/' },
    },
    {
      name: 'no-schema-in-the-sandbox',
      severity: 'error',
      from: { path: sandboxed, pathNot: '^workflows/[^/]+/parameters\\.schema\\.ts$' },
      to: { path: ['^workflows/[^/]+/parameters\\.schema\\.ts$', '^contract/rule-schema\\.ts$'] },
    },
    {
      name: 'rules-are-pure-functions',
      severity: 'error',
      from: { path: '^workflows/[^/]+/rules/' },
      to: { path: '^engine/', pathNot: '^engine/process/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.local|dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};
