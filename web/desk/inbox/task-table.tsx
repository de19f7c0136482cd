/** Open acts, a row each; the whole row leads to the case. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { matters, units } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { TimeBar, useNow } from '../../shared/time-bar.tsx';
import { useLabels } from '../../shared/unit-name.ts';
import type { Task } from '../../shared/wire.ts';

export const addressOf = ({ caseNo, key }: Task): string => `/cases/${caseNo}?act=${encodeURIComponent(key)}`;

export function TaskTable({
  tasks,
  here,
  verb = '办理',
}: {
  readonly tasks: readonly Task[];
  /** The row the keyboard stands on. */
  readonly here?: number;
  /** What one does with them. */
  readonly verb?: string;
}) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">时限</th>
          <th scope="col">办件</th>
          <th scope="col">环节</th>
          <th scope="col">单位</th>
          <th scope="col">自何时</th>
          <th scope="col" aria-label={verb} />
        </tr>
      </thead>
      <tbody>
        {tasks.map((task, i) => (
          <Row key={`${task.caseNo}/${task.key}`} task={task} isHere={i === here} verb={verb} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  task,
  isHere,
  verb,
}: {
  readonly task: Task;
  readonly isHere: boolean;
  readonly verb: string;
}) {
  const go = useNavigate();
  const now = useNow();
  const { data: all } = useQuery(units);
  const { data: known } = useQuery(matters);
  const title = known?.find(({ code }) => code === task.matter)?.title ?? '';
  const labels = useLabels()(task.labels);
  return (
    // The whole row is the link; the keyboard has its own in the last cell.
    <tr className={isHere ? 'here' : ''} onClick={() => void go(addressOf(task))}>
      <td>
        <TimeBar
          from={task.openedAt}
          dueAt={task.dueAt}
          riskAt={task.riskAt}
          provisional={task.provisional}
        />
      </td>
      <td>
        {labels || '（无申请人）'} <span className="quiet">· {title}</span>
      </td>
      <td>
        {task.name}
        {task.round > 1 && <span className="tag">第 {task.round} 次</span>}
        {task.urged > 0 && <span className="tag">催办 {task.urged} 次</span>}
      </td>
      <td>{all?.get(task.unit)?.name}</td>
      <td className="quiet">{sayMoment(task.openedAt, now)}</td>
      <td>
        <Link className="go" to={addressOf(task)} onClick={(event) => event.stopPropagation()}>
          {verb}
        </Link>
      </td>
    </tr>
  );
}
