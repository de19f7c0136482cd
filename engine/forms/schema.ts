/** A form as JSON Schema (2020-12), for the wire, and read back from it: what a desk draws is what the engine checks. */
import type { AnyField, FieldShape, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

export type Schema = { readonly [key: string]: Json };

const isFen = '单位：分';
const isMaterial = '^[0-9a-f]{64}$';
const isIdentity = '^[0-9]{17}[0-9Xx]$';
/** Or a 出生医学证明: its number, the day of birth, the sex. */
const isIdentityOrCertificate = '^([0-9]{17}[0-9Xx]|[A-Za-z][0-9]{9}/[0-9]{4}-[0-9]{2}-[0-9]{2}/[男女])$';

/** What an act asks is digested from it (replay/question.ts): a case under way must find its question as it was. */
export function jsonSchema(fields: Fields): Schema {
  const known = made.get(fields);
  if (known) return known;
  const schema = schemaOf(fields);
  made.set(fields, schema);
  return schema;
}

/** A form is written once and asked of every case. */
const made = new WeakMap<Fields, Schema>();

function schemaOf(fields: Fields): Schema {
  const properties: { [name: string]: Json } = {};
  for (const [name, spec] of Object.entries(fields)) properties[name] = fieldSchema(spec);
  const required = Object.keys(fields).filter(
    (name) => !fields[name]?.optional && fields[name]?.shape.kind !== 'drawn',
  );
  return { type: 'object', properties, required, additionalProperties: false };
}

function fieldSchema({ label, shape }: AnyField): Schema {
  switch (shape.kind) {
    case 'text':
      return {
        title: label,
        type: 'string',
        minLength: 1,
        maxLength: shape.maxLength,
        ...(shape.among ? { 'x-among': shape.among } : {}),
      };
    case 'integer':
      return { title: label, type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'drawn':
      return { title: label, type: 'string', readOnly: true, description: '由系统从号段中取用，不填' };
    case 'money':
      return { title: label, type: 'integer', minimum: 0, description: isFen };
    case 'date':
      return { title: label, type: 'string', format: 'date' };
    case 'boolean':
      return { title: label, type: 'boolean' };
    case 'choice':
      return {
        title: label,
        type: 'string',
        enum: shape.options,
        ...(shape.says ? { 'x-says': shape.says } : {}),
      };
    case 'file':
      return { title: label, type: 'string', pattern: isMaterial };
    case 'duty':
      return { title: label, type: 'string', format: 'duty', minLength: 1, maxLength: 200 };
    case 'listed':
      return { title: label, type: 'string', minLength: 1, maxLength: 60, 'x-list': shape.rule };
    case 'location':
      return { title: label, type: 'string', format: 'geo-uri' };
    case 'unit':
    case 'person':
      return { title: label, type: 'string', format: shape.kind };
    case 'identity':
      return {
        title: label,
        type: 'string',
        pattern: shape.orBirthCertificate ? isIdentityOrCertificate : isIdentity,
      };
    case 'list':
      return {
        title: label,
        type: 'array',
        minItems: shape.min,
        maxItems: shape.max,
        items: fieldSchema(shape.of),
      };
    case 'group':
      return { title: label, ...jsonSchema(shape.fields) };
  }
}

/** The fields that `jsonSchema` was given, but for the pool a value is drawn from. */
export function fieldsOf(schema: Schema): Fields {
  const required = schema['required'] as readonly string[];
  return Object.fromEntries(
    Object.entries(schema['properties'] as { readonly [name: string]: Schema }).map(([name, of]) => {
      const field = fieldOf(of);
      return [name, { ...field, optional: field.shape.kind !== 'drawn' && !required.includes(name) }];
    }),
  );
}

function fieldOf(schema: Schema): AnyField {
  return { label: String(schema['title']), optional: false, shape: shapeOf(schema) };
}

function shapeOf(schema: Schema): FieldShape {
  const { type, format, pattern, description, enum: options } = schema;
  const number = (name: string): number => Number(schema[name]);
  if (type === 'object') return { kind: 'group', fields: fieldsOf(schema) };
  if (type === 'array')
    return {
      kind: 'list',
      of: fieldOf(schema['items'] as Schema),
      min: number('minItems'),
      max: number('maxItems'),
    };
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'integer')
    return description === isFen
      ? { kind: 'money' }
      : { kind: 'integer', min: number('minimum'), max: number('maximum') };
  if (Array.isArray(options)) {
    const says = schema['x-says'] as { readonly [option: string]: string } | undefined;
    return { kind: 'choice', options: options as readonly string[], ...(says ? { says } : {}) };
  }
  if (schema['readOnly'] === true) return { kind: 'drawn', pool: '' };
  if (typeof schema['x-list'] === 'string') return { kind: 'listed', rule: schema['x-list'] };
  if (pattern === isMaterial) return { kind: 'file' };
  if (pattern === isIdentity) return { kind: 'identity' };
  if (pattern === isIdentityOrCertificate) return { kind: 'identity', orBirthCertificate: true };
  if (format === 'geo-uri') return { kind: 'location' };
  if (format === 'date' || format === 'duty' || format === 'unit' || format === 'person')
    return { kind: format };
  const among = schema['x-among'];
  return {
    kind: 'text',
    maxLength: number('maxLength'),
    ...(typeof among === 'string' ? { among } : {}),
  };
}
