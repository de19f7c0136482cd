/**
 * Forms as plain data: what an outcome or a fact asks to be filled in. The same description types the process,
 * checks the command in the engine, and is served as JSON Schema. No library: it lives in every cached case.
 */

export type FieldShape =
  | {
      readonly kind: 'text';
      readonly maxLength: number;
      /** What it is called in a list of the same form, as `members.name`: offered to whoever fills it in. */
      readonly among?: string;
    }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** Integer 分. */
  | { readonly kind: 'money' }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'choice';
      readonly options: readonly string[];
      /** What an option that is a code means to whoever chooses. */
      readonly says?: { readonly [option: string]: string };
    }
  /** An uploaded material, by its SHA-256. */
  | { readonly kind: 'file' }
  /** A unit of the county, by its id. */
  | { readonly kind: 'unit' }
  /** Somebody who holds a post in the county, by their id. */
  | { readonly kind: 'person' }
  /** Where a device was, as it said itself: `geo:38.912345,106.543210;u=20` (RFC 5870), nothing anybody types. */
  | { readonly kind: 'location' }
  /** An item of the county's duty list, by its code. */
  | { readonly kind: 'duty' }
  /** A name of a dated list, by the rule that holds it; whether it is listed is for the matter's own check. */
  | { readonly kind: 'listed'; readonly rule: string }
  /** Drawn from a pool of the county by the system when the form is handed in: nobody types it. */
  | { readonly kind: 'drawn'; readonly pool: string }
  /** A resident identity number: typed in plain, sealed at the edge before anything keeps it. */
  | {
      readonly kind: 'identity';
      /** A child without a number may be known by their 出生医学证明, as `R640123456/2025-01-01/女`. */
      readonly orBirthCertificate?: true;
    }
  | { readonly kind: 'list'; readonly of: AnyField; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly fields: Fields };

export type AnyField = { readonly label: string; readonly optional: boolean; readonly shape: FieldShape };
export type Fields = { readonly [name: string]: AnyField };

/** An identity number as it is kept: shown masked, matched by hash, unsealed only for a recorded purpose. */
export type SealedIdentity = {
  readonly masked: string;
  readonly hash: string;
  readonly sealed: string;
  readonly birthDate: string;
  readonly sex: '男' | '女';
  /** It is the number of a 出生医学证明. */
  readonly byCertificate?: true;
};

declare const valueType: unique symbol;
/** A field whose value has type T; the type exists at compile time only. */
export type Field<T> = AnyField & { readonly [valueType]?: T };

/** The value a filled-in form has. */
export type FormValue<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};
