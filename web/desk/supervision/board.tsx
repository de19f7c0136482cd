/** 大屏: the same figures, to be read from three metres. */
import { useQuery } from '@tanstack/react-query';
import { supervisionOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { Headline } from './headline.tsx';

const shown = 8;

export function Board() {
  const { data } = useQuery(supervisionOf(''));
  if (!data) return null;
  const late = data.now
    .filter(({ by, overdue, atRisk }) => by === 'unit' && overdue + atRisk > 0)
    .toSorted((a, b) => b.overdue - a.overdue || b.atRisk - a.atRisk)
    .slice(0, shown);
  return (
    <main className="board">
      <h1>时限总览　{sayMoment(data.at, data.at)}</h1>
      <Headline figures={data} />
      <table>
        <tbody>
          {late.map(({ name, overdue, atRisk }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={overdue > 0 ? 'left red' : ''}>超期 {overdue}</td>
              <td className={atRisk > 0 ? 'left yellow' : ''}>将届 {atRisk}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {late.length === 0 && <p>没有超期，没有将届。</p>}
    </main>
  );
}
