/** The path: what is done, by whom; what is open; rounds as small numbers. */
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import type { WholeCase } from '../../shared/wire.ts';

type Decider = WholeCase['path'][number]['by'];
const deciders = { applicant: '申请人', system: '系统', clock: '到期' } as const;
const sayDecider = (by: Decider): string => ('name' in by ? by.name : deciders[by.kind]);

export function Path({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  return (
    <section className="panel" aria-label="办到哪里">
      <h2>办到哪里</h2>
      <ol className="path">
        {view.path.map((step) => (
          <li key={step.key} className="done" title={`${sayDecider(step.by)} ${sayMoment(step.at, now)}`}>
            {step.key.includes('/') ? `${step.key.split('/').slice(0, -1).join(' ')} · ` : ''}
            {step.name}：{step.outcome}
            {step.round > 1 && <sup>{step.round}</sup>}
            {step.waiting ? '（待再次有效）' : ''}
          </li>
        ))}
        {view.acts.map((act) => (
          <li key={act.key} className="open">
            {act.name} …{act.round > 1 && <sup>{act.round}</sup>}
          </li>
        ))}
        {view.state === 'closed' && <li className="done">办结：{view.outcome}</li>}
      </ol>
    </section>
  );
}
