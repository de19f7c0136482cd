/** The least a workflow can be: takes an Update and answers. What Yimen's commands are compared with. */
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export async function bare(): Promise<void> {
  setHandler(defineUpdate<{ seq: number }, [object]>('bare'), () => ({ seq: 1 }), {
    validator: (_body): void => {},
  });
  await condition(() => false);
}
