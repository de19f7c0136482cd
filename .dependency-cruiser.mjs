/** The arrows between rooms: who may import what. */
const rooms = [
  'contract',
  'engine',
  'rules',
  'workflows',
  'activities',
  'db',
  'delivery',
  'api',
  'worker',
  'stack',
  'tests',
  'bench',
];
const allowed = {
  contract: [],
  engine: ['contract'],
  rules: ['contract', 'engine'],
  workflows: ['contract', 'engine', 'rules'],
  db: ['contract', 'engine', 'rules', 'workflows'],
  delivery: ['contract', 'engine', 'rules', 'workflows', 'db'],
  activities: ['contract', 'engine', 'rules', 'workflows', 'db'],
  api: ['contract', 'engine', 'rules', 'workflows', 'db', 'delivery'],
  worker: ['contract', 'db', 'delivery', 'activities', 'workflows'],
};
const roomRules = Object.entries(allowed).map(([room, may]) => ({
  name: `${room}-arrows`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${rooms.filter((other) => other !== room && !may.includes(other)).join('|')})/` },
}));
const sandboxed = '^(engine|rules|workflows)/';

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-the-shell-knows-temporal',
      severity: 'error',
      from: { path: sandboxed, pathNot: '^workflows/shell\\.ts$' },
      to: { path: 'node_modules/@temporalio' },
    },
    {
      name: 'no-library-in-the-sandbox',
      severity: 'error',
      from: { path: sandboxed, pathNot: '^workflows/shell\\.ts$' },
      to: { path: 'node_modules/' },
    },
    {
      name: 'nothing-starts-the-shell-but-temporal',
      severity: 'error',
      from: { pathNot: ['^workflows/index\\.ts$', '^tests/setup/versions/workflows\\.ts$'] },
      to: { path: '^workflows/shell\\.ts$' },
    },
    {
      name: 'rules-know-only-types-of-the-engine',
      severity: 'error',
      from: { path: '^rules/' },
      to: { path: '^engine/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.local|dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
