/** Open acts, a row each; the whole row leads to the case. */
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { Link, useNavigate } from 'react-router';
import { matters, me, units } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { TimeBar, useNow } from '../../shared/time-bar.tsx';
import { useLabels } from '../../shared/unit-name.ts';
import type { Task } from '../../shared/wire.ts';

export const addressOf = ({ caseNo, key }: Task): string => `/cases/${caseNo}?act=${encodeURIComponent(key)}`;

export function TaskTable({
  tasks,
  here,
  verb = '办理',
  chosen,
  onToggle,
}: {
  readonly tasks: readonly Task[];
  /** The row the keyboard stands on. */
  readonly here?: number;
  /** What one does with them. */
  readonly verb?: string;
  /** By address; without it nothing can be chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onToggle?: (address: string) => void;
}) {
  const { data: who } = useQuery(me);
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
          <Row
            key={`${task.caseNo}/${task.key}`}
            task={task}
            isHere={i === here}
            isMine={task.assignee !== null && task.assignee === who?.id}
            verb={verb}
            isChosen={chosen?.has(addressOf(task))}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Drawn again only when something of its own has changed: there may be a thousand. */
const Row = memo(function Row({
  task,
  isHere,
  isMine,
  verb,
  isChosen,
  onToggle,
}: {
  readonly task: Task;
  readonly isHere: boolean;
  readonly isMine: boolean;
  readonly verb: string;
  readonly isChosen: boolean | undefined;
  readonly onToggle: ((address: string) => void) | undefined;
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
        {isChosen !== undefined && (
          <input
            type="checkbox"
            aria-label={`选择 ${labels}`}
            checked={isChosen}
            disabled={isMine}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle?.(addressOf(task))}
          />
        )}{' '}
        {labels || '（无申请人）'} <span className="quiet">· {title}</span>
      </td>
      <td>
        {task.name}
        {task.round > 1 && <span className="tag">第 {task.round} 次</span>}
        {isMine && <span className="tag">我已认领</span>}
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
});
