/** Who does what in 低保: the township of the case and the county's authority for civil affairs. */
import { type OfficeSlots, officesOf } from '../../engine/process/offices.ts';

export const owner = 'civil-affairs';

export const offices = {
  window: { at: 'unit', role: '受理' },
  visitor: { at: 'unit', role: '调查' },
  reviewer: { at: 'unit', role: '初审' },
  townshipHead: { at: 'unit', role: '负责人' },
  verifier: { at: 'authority', role: '核对' },
  countyVisitor: { at: 'authority', role: '调查' },
  confirmer: { at: 'authority', role: '审核确认' },
  countyHead: { at: 'authority', role: '负责人' },
  inspector: { at: 'authority', role: '督查' },
} as const satisfies OfficeSlots;

export const officesFor = (input: Parameters<typeof officesOf>[1]) => officesOf({ owner, offices }, input);
