/** Text as it is kept, however it was typed: what is compared later never depends on the keyboard. */
import type { AnyField, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

type Form = { readonly [name: string]: Json };

/** Typed for the dot in names like 买买提·吐尔逊. */
const dots = /(?<=\p{Script=Han})[\u2022\u2027\u2219\u22c5\u25cf\u30fb\uff0e](?=\p{Script=Han})/gu;

/** Controls but for the ends of lines and tabs, and whatever takes no room or turns the writing round. */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

export const hasUnseen = (text: string): boolean => unseen.test(text);

export const normalText = (text: string): string => text.normalize('NFC').trim().replaceAll(dots, '·');

function normalValue({ shape }: AnyField, value: Json): Json {
  if (shape.kind === 'text' || shape.kind === 'listed')
    return typeof value === 'string' ? normalText(value) : value;
  if (shape.kind === 'list' && Array.isArray(value))
    return value.map((item: Json) => normalValue(shape.of, item));
  if (shape.kind === 'group' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return normalForm(shape.fields, value as Form);
  return value;
}

/** The text fields of a form; all else as it is. */
export const normalForm = (fields: Fields, form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? normalValue(field, value) : value];
    }),
  );
