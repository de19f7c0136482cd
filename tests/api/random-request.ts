/** Requests drawn from the API's own description: mostly fitting, some not, some made to hurt. */
import fc from 'fast-check';

type Schema = {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};
type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
};
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
export type Drawn = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

const oddStrings = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff字',
  '\u202e反',
  '😀'.repeat(50),
  '字'.repeat(3_000),
  '__proto__',
  'constructor',
  'toString',
  "'; drop table entry; --",
  '%00',
  '../../etc/passwd',

  'null',
  '-1',
  '1e400',
  '9'.repeat(400),
];
const oddValues: readonly unknown[] = [
  ...oddStrings,
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  -(2 ** 60),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null, a: 1 },
];

/** `names` are values that exist, by the field that takes them: with them a request gets beyond its first check. */
export function requestsOf(
  document: Document,
  names: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Drawn> {
  const words = Object.values(names).flat();
  const odd = fc.constantFrom(...oddValues);
  // Each takes long to make: one is enough.
  const anyJson = fc.jsonValue({ maxDepth: 2 });
  const key = fc.uuid();
  const word = fc.constantFrom(...words);
  const text = fc.oneof(
    { weight: 5, arbitrary: word },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(...oddStrings) },
  );

  function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    if (schema.$ref)
      return fitting(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) return fc.oneof(...choices.map((choice) => drawnFrom(choice, depth)));
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'string':
        return schema.format === 'date'
          ? fc.constantFrom('2026-03-02', '2026-12-31', '2099-12-31', '2026-02-30', '0000-00-00')
          : text;
      case 'integer':
      case 'number':
        return fc.oneof(
          fc.integer({ min: Math.ceil(schema.minimum ?? -10), max: schema.maximum ?? 1_000 }),
          fc.constantFrom(0, -1, 1e15, 2 ** 53),
        );
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(drawnFrom(schema.items ?? {}, depth + 1), { maxLength: depth > 2 ? 1 : 3 });
      case 'object':
        return objectOf(schema, depth);
      default:
        return fc.oneof(odd, anyJson, word);
    }
  }

  function objectOf({ properties, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    if (!properties) return fc.dictionary(text, fc.oneof(odd, anyJson), { maxKeys: 3 });
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, named(name, schema, depth + 1)]),
    );
    const needed = required.filter((name) => name in fields);
    return fc.oneof(
      { weight: 5, arbitrary: fc.record(fields, { requiredKeys: needed }) },
      { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    );
  }

  const drawnFrom = (schema: Schema, depth: number): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 9, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: odd });

  function named(name: string, schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const known = names[name];
    return known
      ? fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...known) },
          { weight: 1, arbitrary: drawnFrom(schema, depth) },
        )
      : drawnFrom(schema, depth);
  }

  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const inUrl = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed());
  // A header carries bytes: what is no byte cannot be sent at all.
  const inHeader = (value: unknown): string =>
    asText(value)
      .replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, 'ÿ')
      .trim();

  function drawn(
    method: string,
    path: string,
    { parameters = [], requestBody }: Operation,
  ): fc.Arbitrary<Drawn> {
    const given = fc.record(
      Object.fromEntries(parameters.map(({ name, schema }) => [name, named(name, schema, 0)])),
      { requiredKeys: parameters.filter(({ in: where }) => where === 'path').map(({ name }) => name) },
    );
    const schema = requestBody?.content['application/json']?.schema;
    const body = schema
      ? fc.oneof(
          { weight: 9, arbitrary: drawnFrom(schema, 0).map((value) => JSON.stringify(value)) },
          { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '"a"', '{"a":'.repeat(2_000)) },
        )
      : requestBody
        ? fc.constantFrom('', '%PDF-1.4\n', 'MZ', '\u0000')
        : fc.constant(undefined);
    return fc
      .record({ given, body, key, withKey: fc.boolean() })
      .map(({ given: values, body: text, key: ownKey, withKey }) => {
        const headers: Record<string, string> = { 'content-type': 'application/json' };
        if (withKey) headers['idempotency-key'] = ownKey;
        const query: string[] = [];
        let url = path;
        for (const { name, in: where } of parameters) {
          if (!(name in values)) continue;
          if (where === 'path') url = url.replace(`{${name}}`, inUrl(values[name]) || '%20');
          else if (where === 'query') query.push(`${name}=${inUrl(values[name])}`);
          else if (name !== 'idempotency-key' || !withKey) headers[name] = inHeader(values[name]);
        }
        return { method, path: query.length > 0 ? `${url}?${query.join('&')}` : url, headers, body: text };
      });
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => drawn(method.toUpperCase(), path, operation)),
  );
  return fc.oneof(...operations);
}
