/** Who does what about a whistle: the township that blows, the command centre, the county's government, the departments. */
import { type OfficeSlots, officesOf } from '../../engine/process/offices.ts';

export const owner = 'command';

export const offices = {
  caller: { at: 'unit', role: '吹哨' },
  principal: { at: 'unit', role: '负责人' },
  dutyLeader: { at: 'unit', role: '值班领导' },
  dispatcher: { at: 'authority', role: '调度' },
  commandHead: { at: 'authority', role: '负责人' },
  leader: { at: 'authority', field: 'government', role: '分管领导' },
  inspector: { at: 'authority', field: 'government', role: '督查' },
  /** Of whichever department is called: its duty desk, the deputy who answers for it, its head. */
  handler: { at: 'unit', role: '经办' },
  deputy: { at: 'unit', role: '分管负责人' },
  head: { at: 'unit', role: '负责人' },
} as const satisfies OfficeSlots;

export const officesFor = (input: Parameters<typeof officesOf>[1]) => officesOf({ owner, offices }, input);
