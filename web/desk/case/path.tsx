/** The path: what is done, by whom; what is open; what is likely to come; branches each on a line of their own; rounds as small numbers. */
import { useQuery } from '@tanstack/react-query';
import { aheadOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import type { WholeCase } from '../../shared/wire.ts';

type Step = { readonly key: string; readonly said: string; readonly round: number; readonly by?: string };
type Decider = WholeCase['path'][number]['by'];
const deciders = { applicant: '申请人', system: '系统', clock: '到期' } as const;
const sayDecider = (by: Decider): string => ('name' in by ? by.name : deciders[by.kind]);

/** The branch an act stands in: its key without its own name. Empty on the case's own way. */
const branchOf = (key: string): string => key.split('/').slice(0, -1).join('/');

export function Path({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  const unitName = useUnitName();
  const done = view.path.map(
    (step): Step => ({
      key: step.key,
      said: `${step.name}：${step.outcome}${step.waiting ? '（待再次有效）' : ''}`,
      round: step.round,
      by: `${sayDecider(step.by)} ${sayMoment(step.at, now)}`,
    }),
  );
  const open = view.acts.map((act): Step => ({ key: act.key, said: `${act.name} …`, round: act.round }));
  const { data: ahead = [] } = useQuery({
    ...aheadOf(view.caseNo, view.seq),
    enabled: view.state !== 'closed',
  });
  const coming = ahead.map(({ key, name }): Step => ({ key, said: name, round: 1 }));
  const branches = [...new Set([...done, ...open, ...coming].map(({ key }) => branchOf(key)))].toSorted(
    (a, b) => (a === '' ? -1 : b === '' ? 1 : 0),
  );
  const sayBranch = (branch: string): string =>
    branch
      .split('/')
      .map((part) => unitName(part) || part)
      .join(' ');
  return (
    <section className="panel" aria-label="办到哪里">
      <h2>办到哪里</h2>
      {branches.map((branch) => (
        <div key={branch} className="lane">
          {branch !== '' && <span className="quiet">{sayBranch(branch)}</span>}
          <ol className="path" aria-label={branch === '' ? '全程' : sayBranch(branch)}>
            {done
              .filter(({ key }) => branchOf(key) === branch)
              .map((step) => (
                <Chip key={step.key} step={step} kind="done" />
              ))}
            {open
              .filter(({ key }) => branchOf(key) === branch)
              .map((step) => (
                <Chip key={step.key} step={step} kind="open" />
              ))}
            {coming
              .filter(({ key }) => branchOf(key) === branch)
              .map((step) => (
                <Chip key={step.key} step={step} kind="coming" />
              ))}
            {branch === '' && view.state === 'closed' && <li className="done">办结：{view.outcome}</li>}
          </ol>
        </div>
      ))}
      {coming.length > 0 && (
        <p className="quiet">虚线的是没有异议、没有退回时此后还要经过的，以实际办理为准。</p>
      )}
    </section>
  );
}

type Kind = 'done' | 'open' | 'coming';

function Chip({ step: { said, round, by }, kind }: { readonly step: Step; readonly kind: Kind }) {
  return (
    <li className={kind} title={by}>
      {said}
      {round > 1 && <sup>{round}</sup>}
    </li>
  );
}
