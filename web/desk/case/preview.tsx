/** What happens if I press: whom it goes to, what starts, what is sent. */
import { useQuery } from '@tanstack/react-query';
import { post, Refused } from '../../shared/http.ts';
import { useSettled } from '../../shared/settled.ts';
import { sayUntil } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { Preview } from '../../shared/wire.ts';

/** An act's own limit is said with the act. */
const isOwn = ({ kind }: Preview['starts'][number]): boolean => kind !== '环节';

export function Effects({
  caseNo,
  seq,
  command,
}: {
  readonly caseNo: string;
  readonly seq: number;
  /** As JSON, so that the same command is the same question; undefined while it cannot be pressed. */
  readonly command: string | undefined;
}) {
  const settled = useSettled(command);
  const unitName = useUnitName();
  const now = useNow();
  const { data, error } = useQuery({
    queryKey: ['preview', caseNo, seq, settled],
    queryFn: () => post<Preview>(`/cases/${caseNo}/preview`, JSON.parse(settled ?? '')),
    enabled: settled !== undefined,
    staleTime: 60_000,
  });
  if (settled === undefined || settled !== command) return null;
  if (error instanceof Refused) return <p role="status">{error.message}</p>;
  if (!data) return null;
  return (
    <ul className="effects" aria-label="按下之后">
      {data.opens.map((act) => (
        <li key={act.key}>
          将转给 {unitName(act.unit)} {act.role} 办理“{act.name}”
          {act.dueAt === null ? '' : `，${sayUntil(act.dueAt, now)}`}
        </li>
      ))}
      {data.starts.filter(isOwn).map((clock) => (
        <li key={clock.key}>
          将起算“{clock.name}”{clock.dueAt === null ? '' : `，${sayUntil(clock.dueAt, now)}`}
        </li>
      ))}
      {data.stops.filter(isOwn).map((clock) => (
        <li key={clock.key}>“{clock.name}”不再计时</li>
      ))}
      {data.issues.map((notice) => (
        <li key={notice.key}>将出具《{notice.text.title}》</li>
      ))}
      {data.sends.map((effect) => (
        <li key={effect.key}>将发送：{effect.name}</li>
      ))}
      {data.supersedes.map((key) => (
        <li key={key}>“{key.split('/').at(-1)}”须重新办理</li>
      ))}
      {data.outcome !== null && <li>办结：{data.outcome}</li>}
    </ul>
  );
}
