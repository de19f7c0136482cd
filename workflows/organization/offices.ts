/** Who does what about an organisation: the registrar's window, reviewer and head, its supervising unit, its party body. */
import { type OfficeSlots, officesOf } from '../../engine/process/offices.ts';

export const owner = 'social-organizations';

export const offices = {
  window: { at: 'authority', role: '受理' },
  reviewer: { at: 'authority', role: '登记审查' },
  decider: { at: 'authority', role: '负责人' },
  inspector: { at: 'authority', role: '督查' },
  partyWork: { at: 'authority', field: 'social-organization-party', role: '党建' },
  /** Of whichever unit is asked: the supervising unit, the industry's department. */
  handler: { at: 'unit', role: '经办' },
} as const satisfies OfficeSlots;

export const officesFor = (input: Parameters<typeof officesOf>[1]) => officesOf({ owner, offices }, input);
