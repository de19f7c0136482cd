/** Names on the wire to Temporal. They never change. */
export const commandUpdate = 'command';
export const clockUpdate = 'clock-moved';
export const stateQuery = 'state';
export const outsideIncident = 'OUTSIDE_TROUBLE';
export const outsideRefusal = 'OUTSIDE_REFUSAL';

/** One case, one workflow. Holds no personal data. */
export const workflowIdOf = (prefix: string, matter: string, caseNo: string): string =>
  `${prefix}/${matter}/${caseNo}`;

/** The system itself, where a case speaks to another case as it does to an outside system. */
export const thisSystem = 'yimen';

/** The system's own registers, where a case asks them as it does an outside system. */
export const registry = 'registers';

/** The label of a case in which something was decided that a supervisor should look at; its value says why. */
export const attention = '督查关注';
