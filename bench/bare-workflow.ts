/** The least a workflow can be: takes an Update and answers. What Yimen's commands are compared with. */
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** Answers with `reply`, which it is started with. */
export async function bare(reply: object): Promise<void> {
  setHandler(defineUpdate<object, [object]>('bare'), () => reply, { validator: (_body): void => {} });
  await condition(() => false);
}
