/** 评价: five grades, and a few words; the last one counts. */

import { useState } from 'react';
import { grades } from '../../contract/rating.ts';
import { post } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import type { OwnCase } from '../shared/wire.ts';

export function Rating({
  given,
  onView,
}: {
  readonly given: OwnCase['rating'];
  readonly onView: (view: OwnCase) => void;
}) {
  const [score, setScore] = useState(given?.score);
  const [words, setWords] = useState(given?.words ?? '');
  // The last one counts: pressed twice is no harm.
  const { mutate, error, isPending } = useOnce({
    mutationFn: () => post<OwnCase>('/my/rating', { score, words }),
    onSuccess: onView,
  });
  return (
    <section aria-label="评价">
      <h2>办得怎么样</h2>
      {given && <p role="status">已评价：{grades[given.score]}。可以再评，以最后一次为准。</p>}
      <fieldset>
        <legend>请评价这次办理</legend>
        {Object.entries(grades)
          .toReversed()
          .map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="score"
                checked={score === Number(value)}
                onChange={() => setScore(Number(value))}
              />
              {label}
            </label>
          ))}
      </fieldset>
      <label>
        想说的话（可以不写）
        <textarea value={words} maxLength={500} onChange={({ target }) => setWords(target.value)} />
      </label>
      {error && (
        <p role="alert" className="fault">
          {error.message}
        </p>
      )}
      <button type="button" disabled={score === undefined || isPending} onClick={() => mutate()}>
        提交评价
      </button>
    </section>
  );
}
