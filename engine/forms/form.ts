/** Builds and checks forms: field constructors for process files, one checker. */
import type { AnyField, Field, FieldShape, Fields, FormValue, SealedIdentity } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json, RuleName } from '../../contract/rule.ts';
import { hasUnseen } from './normal.ts';

function field<T>(label: string, shape: FieldShape): Field<T> {
  return { label, optional: false, shape };
}

export const text = (label: string, maxLength = 500): Field<string> =>
  field(label, { kind: 'text', maxLength });
/** Somebody, or something, that a list of the same form names. */
export const among = (label: string, list: string, name: string): Field<string> =>
  field(label, { kind: 'text', maxLength: 40, among: `${list}.${name}` });
export const integer = (label: string, range: { min?: number; max?: number } = {}): Field<number> =>
  field(label, { kind: 'integer', min: range.min ?? 0, max: range.max ?? 1_000_000 });
/** An amount in integer 分. */
export const money = (label: string): Field<number> => field(label, { kind: 'money' });
export const date = (label: string): Field<string> => field(label, { kind: 'date' });
export const yesNo = (label: string): Field<boolean> => field(label, { kind: 'boolean' });
/** `says`: what each option means, where the options are codes. */
export const choice = <const O extends readonly string[]>(
  label: string,
  options: O,
  says?: { readonly [option: string]: string },
): Field<O[number]> => field(label, { kind: 'choice', options, ...(says ? { says } : {}) });
export const file = (label: string): Field<string> => field(label, { kind: 'file' });
/** A unit of the county, by its id; whether there is one is for the edge to say. */
export const unit = (label: string): Field<string> => field(label, { kind: 'unit' });
/** Somebody who holds a post, by their id; whether they do is for the edge to say. */
export const person = (label: string): Field<string> => field(label, { kind: 'person' });
/** An item of the duty list, by its code; whether it is listed is for the edge to say. */
export const duty = (label: string): Field<string> => field(label, { kind: 'duty' });
/** Of the names in a dated list, by the rule that holds them. */
export const listed = (
  label: string,
  { name }: RuleName<readonly { readonly item: string }[]>,
): Field<string> => field(label, { kind: 'listed', rule: name });
/** By the device somebody stands there with. */
export const location = (label: string): Field<string> => field(label, { kind: 'location' });

export type Located = {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number;
};

const geoPattern = /^geo:(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?);u=(\d{1,6})$/;

/** What a location says; undefined for what is none. */
export function located(text: string): Located | undefined {
  const [, latitude, longitude, accuracy] = geoPattern.exec(text) ?? [];
  if (latitude === undefined) return undefined;
  const read = { latitude: Number(latitude), longitude: Number(longitude), accuracy: Number(accuracy) };
  return Math.abs(read.latitude) <= 90 && Math.abs(read.longitude) <= 180 ? read : undefined;
}

/** Stands in a form that is only tried for what will be drawn when it is handed in. */
export const notYetDrawn = '（办理时取用）';
/** A code of a pool: unused before, never used again, the same however often this case asks. */
export const drawn = (label: string, pool: string): Field<string> => field(label, { kind: 'drawn', pool });
export const identity = (label = '居民身份证号码'): Field<SealedIdentity> =>
  field(label, { kind: 'identity' });
/** Of somebody who may be a child without a number yet. */
export const identityOrCertificate = (label = '居民身份证号码'): Field<SealedIdentity> =>
  field(label, { kind: 'identity', orBirthCertificate: true });
export const list = <T>(label: string, of: Field<T>, min = 0, max = 200): Field<readonly T[]> =>
  field(label, { kind: 'list', of, min, max });
export const group = <const F extends Fields>(label: string, fields: F): Field<FormValue<F>> =>
  field(label, { kind: 'group', fields });
export const optional = <T>(of: Field<T>): Field<T | undefined> =>
  ({ ...of, optional: true }) as Field<T | undefined>;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDate(value: string): boolean {
  const parts = datePattern.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

const isSealed = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  'hash' in value &&
  typeof value['hash'] === 'string';

function checkShape(shape: FieldShape, value: Json, at: string, label: string): readonly FieldIssue[] {
  const issue = (text: string): readonly FieldIssue[] => [{ field: at, text: `${label}${text}` }];
  switch (shape.kind) {
    case 'text':
      if (typeof value !== 'string') return issue('应为文字');
      if (value.trim() === '') return issue('不能为空');
      if (hasUnseen(value)) return issue('里有看不见的字符，请删去重新输入');
      return value.length > shape.maxLength ? issue(`不能超过${shape.maxLength}字`) : [];
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return issue('应为整数');
      return value < shape.min || value > shape.max ? issue(`应在${shape.min}至${shape.max}之间`) : [];
    case 'money':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        return issue('应为以分计的非负整数');
      return [];
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : issue('应为日期，如 2026-11-23');
    case 'boolean':
      return typeof value === 'boolean' ? [] : issue('应为是或否');
    case 'choice':
      return typeof value === 'string' && shape.options.includes(value)
        ? []
        : issue(`应为其中之一：${shape.options.join('、')}`);
    case 'file':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? [] : issue('应为已上传的材料');
    case 'listed':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 60
        ? []
        : issue('应从名录里选');
    case 'duty':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 200
        ? []
        : issue('应为职责清单里的编号');
    case 'location':
      return typeof value === 'string' && located(value)
        ? []
        : issue('应由手机给出，如 geo:38.91,106.54;u=20');
    case 'unit':
      return typeof value === 'string' && value !== '' ? [] : issue('应为单位名录里的编号');
    case 'person':
      return typeof value === 'string' && value !== '' ? [] : issue('应从在岗的人里选');
    case 'drawn':
      return typeof value === 'string' && value !== '' ? [] : issue('由系统填写');
    case 'identity':
      return isSealed(value)
        ? []
        : issue(
            shape.orBirthCertificate
              ? '有误，请核对18位号码；没有号码的孩子填出生医学证明的编号、出生日期、性别'
              : '有误，请核对18位号码',
          );
    case 'list':
      if (!Array.isArray(value)) return issue('应为列表');
      if (value.length < shape.min) return issue(`至少填写${shape.min}项`);
      if (value.length > shape.max) return issue(`不能超过${shape.max}项`);
      return value.flatMap((item, index) => checkField(shape.of, item, `${at}.${index}`));
    case 'group':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return issue('应按各项填写');
      return checkForm(shape.fields, value as { readonly [name: string]: Json }, `${at}.`);
  }
}

function checkField(spec: AnyField, value: Json | undefined, at: string): readonly FieldIssue[] {
  if (value === undefined || value === null)
    return spec.optional ? [] : [{ field: at, text: `请填写${spec.label}` }];
  return checkShape(spec.shape, value, at, spec.label);
}

/** Every fault of a filled-in form, with the field's path; fields nobody asked for are faults too. */
export function checkForm(
  fields: Fields,
  value: { readonly [name: string]: Json | undefined },
  prefix = '',
): readonly FieldIssue[] {
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ field: `${prefix}${name}`, text: `没有“${name}”这一项` }));
  const known = Object.entries(fields).flatMap(([name, spec]) =>
    checkField(spec, Object.hasOwn(value, name) ? value[name] : undefined, `${prefix}${name}`),
  );
  return [...known, ...unknown];
}
