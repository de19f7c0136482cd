/** What a value of each parameter of 证书换发、补发 must look like. Read when parameters are loaded or recorded. */
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

export const schemas: SchemasOf<typeof parameters> = { review: limitValue, issue: limitValue };
