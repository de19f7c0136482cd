/** Who does what in joint enforcement: the township that calls it together, the enforcing units it names, the inspector. */
import { type OfficeSlots, officesOf } from '../../engine/process/offices.ts';

export const owner = 'command';

export const offices = {
  convener: { at: 'unit', role: '吹哨' },
  inspector: { at: 'authority', field: 'government', role: '督查' },
  enforcer: { at: 'unit', role: '经办' },
  head: { at: 'unit', role: '负责人' },
} as const satisfies OfficeSlots;

export const officesFor = (input: Parameters<typeof officesOf>[1]) => officesOf({ owner, offices }, input);
