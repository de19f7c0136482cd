/** A form crosses the wire as JSON Schema and is read back as it was. */
import { expect, test } from 'vitest';
import type { AnyField, Fields } from '../../contract/form.ts';
import { fieldsOf, jsonSchema } from '../../engine/forms/schema.ts';
import { matters } from '../../workflows/index.ts';

/** The wire does not say which pool a value is drawn from, nor whether a drawn field may be left out. */
const onWire = (field: AnyField): AnyField => {
  const { shape } = field;
  if (shape.kind === 'drawn') return { ...field, optional: false, shape: { kind: 'drawn', pool: '' } };
  if (shape.kind === 'list')
    return { ...field, shape: { ...shape, of: onWire({ ...shape.of, optional: false }) } };
  if (shape.kind === 'group') return { ...field, shape: { ...shape, fields: allOnWire(shape.fields) } };
  return field;
};
const allOnWire = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, onWire(field)]));

test.each(matters.map(({ code, application }) => [code, application] as const))(
  '%s 的申请表从 JSON Schema 读回来，一项不差',
  (_code, application) => {
    expect(fieldsOf(jsonSchema(application))).toEqual(allOnWire(application));
  },
);
