/** 材料: one beside the list of all; arrow keys go from one to the next. */
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { materialsOf } from '../../shared/queries.ts';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import type { CaseMaterials, WholeCase } from '../../shared/wire.ts';

type Material = CaseMaterials['items'][number];

export function Materials({ view }: { readonly view: WholeCase }) {
  const now = useNow();
  const { data } = useQuery(materialsOf(view.caseNo, view.seq));
  const [chosen, setChosen] = useState(0);
  if (!data) return <Skeleton active />;
  const shown = data.items[chosen];
  if (!shown) return <p className="quiet">还没有交来材料。</p>;
  const go = (by: number): void => setChosen((was) => Math.min(Math.max(was + by, 0), data.items.length - 1));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the buttons' own
    <div
      className="materials"
      onKeyDown={({ key }) => {
        if (key === 'ArrowDown') go(1);
        else if (key === 'ArrowUp') go(-1);
      }}
    >
      <ol aria-label="材料清单">
        {data.items.map((material, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one file may be handed in twice
          <li key={i}>
            <Button
              type={i === chosen ? 'primary' : 'text'}
              aria-pressed={i === chosen}
              onClick={() => setChosen(i)}
            >
              {material.name}
            </Button>
            <div className="quiet">
              {material.from}　{sayMoment(material.at, now)}
            </div>
          </li>
        ))}
      </ol>
      <Shown key={`${chosen}/${shown.sha256}`} material={shown} />
    </div>
  );
}

const quarter = 90;

function Shown({ material: { sha256, name, mediaType } }: { readonly material: Material }) {
  const [turned, setTurned] = useState(0);
  const [whole, setWhole] = useState(true);
  const address = `/api/v1/materials/${sha256}`;
  const isPicture = mediaType.startsWith('image/');
  return (
    <figure>
      <figcaption className="decide">
        {name}
        {isPicture && (
          <>
            <Button size="small" onClick={() => setTurned((was) => was + quarter)}>
              转 90 度
            </Button>
            <Button size="small" aria-pressed={!whole} onClick={() => setWhole((was) => !was)}>
              {whole ? '原大' : '看全'}
            </Button>
          </>
        )}
        <a href={address} target="_blank" rel="noreferrer">
          在新窗口打开
        </a>
      </figcaption>
      {isPicture ? (
        <div className={whole ? 'picture whole' : 'picture'}>
          <img src={address} alt={name} style={{ transform: `rotate(${turned}deg)` }} />
        </div>
      ) : (
        <p className="quiet">这一份是 PDF，在新窗口里看。</p>
      )}
    </figure>
  );
}
