/** Five figures, each a link to its list. */
import { Link } from 'react-router';
import type { Supervision } from '../../shared/wire.ts';

type Row = Supervision['now'][number];

/** The acts behind a figure. */
export function listOf(
  { matter, unit, step, person }: Pick<Row, 'matter' | 'unit' | 'step' | 'person'>,
  late?: 'overdue' | 'risk',
): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ matter, unit, step, person, late }))
    if (value) asked.set(name, value);
  return `/acts?${asked}`;
}

/** The acts behind what was decided in a month. */
export function decidedOf(
  { matter, unit, step }: Pick<Row, 'matter' | 'unit' | 'step'>,
  period: string,
  only?: 'late',
): string {
  const asked = new URLSearchParams({ period });
  for (const [name, value] of Object.entries({ matter, unit, step, only })) if (value) asked.set(name, value);
  return `/decided?${asked}`;
}

const all = { matter: null, unit: null, step: null, person: null };

export function Headline({ figures: { now, done, month } }: { readonly figures: Supervision }) {
  // Every act belongs to one unit: what the units have is all there is.
  const units = now.filter(({ by }) => by === 'unit');
  const sum = (of: (row: Row) => number): number => units.reduce((total, row) => total + of(row), 0);
  const finished = done.filter(({ by }) => by === 'unit');
  const limited = finished.reduce((total, row) => total + row.limited, 0);
  const onTime = finished.reduce((total, row) => total + row.onTime, 0);
  const figures = [
    { label: '在办环节', value: String(sum(({ open }) => open)), to: listOf(all) },
    {
      label: '已超期',
      value: String(sum(({ overdue }) => overdue)),
      to: listOf(all, 'overdue'),
      risk: 'red',
    },
    { label: '将届', value: String(sum(({ atRisk }) => atRisk)), to: listOf(all, 'risk'), risk: 'yellow' },
    {
      label: '当月办结',
      value: String(finished.reduce((total, row) => total + row.decided, 0)),
      to: decidedOf(all, month),
    },
    {
      label: '按时率',
      value: limited === 0 ? '—' : `${((onTime / limited) * 100).toFixed(1)}%`,
      to: decidedOf(all, month, 'late'),
    },
  ];
  return (
    <ul className="headline">
      {figures.map(({ label, value, to, risk = '' }) => (
        <li key={label} className={value === '0' ? '' : risk}>
          <Link to={to}>
            <strong>{value}</strong>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
