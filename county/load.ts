/** A county with its parameters: each matter's own rows overlaid by the county's, checked against the matter's schemas. */
import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { County, CountyData } from '../contract/county.ts';
import type { FieldIssue } from '../contract/refusal.ts';
import type { Json, Rule, RuleName, RuleRow } from '../contract/rule.ts';
import { wordsOf } from '../contract/rule-schema.ts';
import { matters } from '../workflows/index.ts';
import { pingluo } from './pingluo/county.ts';

// Whoever reads these faults reads Chinese: a county's staff, at start or when a new value is recorded.
z.config(z.locales.zhCN());

const counties: Readonly<Record<string, CountyData>> = { pingluo };
const root = new URL('../', import.meta.url);

const date = z.iso.date('应为日期，如 2026-01-01');
const row = z
  .strictObject({
    value: z.json(),
    from: date,
    to: date.optional(),
    basis: z.string().min(1),
    standing: z.enum(['law', 'county']).optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, '“to”早于“from”');
const matterFile = z.record(
  z.string(),
  z.strictObject({ title: z.string().min(1), rows: z.array(row).default([]) }),
);
const countyFile = z.record(z.string(), z.record(z.string(), z.array(row)));

/** Where in a file something stands, for whoever has to mend it. */
type Sheet<T> = { readonly data: T; readonly at: (path: readonly PropertyKey[]) => string };

function read<S extends z.ZodType>(path: string, schema: S): Sheet<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(new URL(path, root), 'utf8'), { lineCounter: lines });
  const at = (place: readonly PropertyKey[]): string => {
    for (let depth = place.length; depth > 0; depth--) {
      const above = document.getIn(place.slice(0, depth - 1), true);
      const node =
        (isMap(above) && above.items.find(({ key }) => String(key) === place[depth - 1])?.key) ||
        document.getIn(place.slice(0, depth), true);
      const range = (node as { readonly range?: readonly number[] | null } | undefined)?.range;
      if (range?.[0] !== undefined) return `${path}:${lines.linePos(range[0]).line}`;
    }
    return path;
  };
  const [broken] = document.errors;
  if (broken) throw new Error(`${path}:${lines.linePos(broken.pos[0]).line}：${broken.message}`);
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${at(issue?.path ?? [])}：${issue?.path.join('.')}：${issue?.message}`);
  }
  return { data: parsed.data, at };
}

type Parameters = {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly schemas: ReadonlyMap<string, z.ZodType<Json>>;
};

const faultsOf = (schema: z.ZodType, value: unknown): readonly FieldIssue[] =>
  schema
    .safeParse(value)
    .error?.issues.map(({ path, message }) => ({ field: path.join('.') || 'value', text: message })) ?? [];

/** One matter's rules. Throws at the first wrong, unknown or missing one, with file and line. */
async function parametersOf(
  code: string,
  path: string,
  overlay: Sheet<z.infer<typeof countyFile>>,
): Promise<Parameters> {
  const names: Readonly<Record<string, RuleName>> = await import(`../workflows/${code}/parameters.ts`);
  const { schemas }: { schemas: Readonly<Record<string, z.ZodType<Json>>> } = await import(
    `../workflows/${code}/parameters.schema.ts`
  );
  const own = read(path, matterFile);
  const local = overlay.data[code] ?? {};
  const known = new Map(
    Object.entries(names).map(([key, { name }]) => [
      name.slice(code.length + 1),
      { name, schema: schemas[key] },
    ]),
  );
  for (const short of Object.keys(own.data))
    if (!known.has(short)) throw new Error(`${own.at([short])}：没有流程用到“${short}”`);
  for (const short of Object.keys(local))
    if (!Object.hasOwn(own.data, short)) throw new Error(`${overlay.at([code, short])}：没有参数“${short}”`);

  const rules = new Map<string, Rule>();
  for (const [short, { name, schema }] of known) {
    const definition = Object.hasOwn(own.data, short) ? own.data[short] : undefined;
    if (!definition || !schema) throw new Error(`${path}：流程用到“${short}”，没有定义`);
    const rowsOf = (
      rows: readonly z.infer<typeof row>[],
      standing: RuleRow['standing'],
      at: (i: number) => string,
    ): readonly RuleRow[] =>
      rows.map(({ value, from, to, basis, standing: said }, i) => {
        const [fault] = faultsOf(schema, value);
        if (fault) throw new Error(`${at(i)}：“${short}”的值不对：${fault.field}：${fault.text}`);
        return { value, from, ...(to ? { to } : {}), basis, standing: said ?? standing };
      });
    const rows = [
      ...rowsOf(definition.rows, 'law', (i) => own.at([short, 'rows', i])),
      ...rowsOf(local[short] ?? [], 'county', (i) => overlay.at([code, short, i])),
    ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    if (rows.length === 0) throw new Error(`${own.at([short])}：“${short}”没有任何时段的值`);
    rules.set(name, { name, title: definition.title, version: '1', rows });
  }
  return {
    rules,
    schemas: new Map([...known.values()].flatMap(({ name, schema }) => (schema ? [[name, schema]] : []))),
  };
}

/** The parameters that matters share: what documents say of a county's organs. */
const organs = 'organs';

/** What a county's file says of the county itself, and of no matter. */
const itself = 'county';
const numberWord = z.string().regex(/^\p{Script=Han}{1,4}$/u, '应为一至四个汉字');

function numberWordsIn({ data, at }: Sheet<z.infer<typeof countyFile>>): readonly RuleRow<string>[] {
  const { 'number-word': rows = [], ...others } = data[itself] ?? {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Error(`${at([itself, unknown])}：没有参数“${unknown}”`);
  if (rows.length === 0) throw new Error(`${at([itself])}：没有写明办件编号前面的字（number-word）`);
  return rows.map(({ value, from, to, basis }, i) => {
    const [fault] = faultsOf(numberWord, value);
    if (fault) throw new Error(`${at([itself, 'number-word', i])}：“number-word”的值不对：${fault.text}`);
    return { value: String(value), from, ...(to ? { to } : {}), basis, standing: 'county' };
  });
}

/** A county's parameters, from its file (a path in the project) over each matter's. */
export async function withParameters(data: CountyData, countyPath: string): Promise<County> {
  const overlay = read(countyPath, countyFile);
  const codes = [...matters.map(({ code }) => code), organs];
  const all = await Promise.all(
    codes.map((code) => parametersOf(code, `workflows/${code}/parameters.yaml`, overlay)),
  );
  const stray = Object.keys(overlay.data).find((code) => code !== itself && !codes.includes(code));
  if (stray !== undefined) throw new Error(`${overlay.at([stray])}：没有“${stray}”这个事项`);
  const schemas = new Map(all.flatMap((parameters) => [...parameters.schemas]));
  const words = new Map<string, ReturnType<typeof wordsOf>>();
  return {
    ...data,
    numberWords: numberWordsIn(overlay),
    rules: new Map(all.flatMap(({ rules }) => [...rules])),
    ruleWords(name) {
      const schema = schemas.get(name);
      const known = words.get(name) ?? (schema ? wordsOf(schema) : {});
      words.set(name, known);
      return known;
    },
    ruleFaults(name, value) {
      const schema = schemas.get(name);
      return schema ? faultsOf(schema, value) : [];
    },
  };
}

const loaded = new Map<string, Promise<County>>();

/** The county settings name, read once. Throws for one nobody has described. */
export async function loadCounty(name: string): Promise<County> {
  const data = Object.hasOwn(counties, name) ? counties[name] : undefined;
  if (!data) throw new Error(`没有“${name}”的县级数据，可选：${Object.keys(counties).join('、')}`);
  const county = loaded.get(name) ?? withParameters(data, `county/${name}/parameters.yaml`);
  loaded.set(name, county);
  return await county;
}
