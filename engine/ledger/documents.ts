/** Documents of a case are numbered as they are issued, from 1 and without a gap. */
import { type CaseState, runOf } from './state.ts';

/** By key, in the order of their numbers: one that no longer stands keeps its number. */
export const issuedDocuments = (state: CaseState): readonly string[] => withStanding(state.documents, state);

/** Those of `before`, and what `after` has issued since. */
export const issuedSince = (before: CaseState, after: CaseState): readonly string[] =>
  withStanding(issuedDocuments(before), after);

function withStanding(known: readonly string[], state: CaseState): readonly string[] {
  const numbered = new Set(known);
  const standing = [
    ...runOf(state).notices.map(({ key, moment }) => ({ key, seq: moment.seq })),
    ...state.cards.map((card) => ({ key: cardKey(card), seq: card.seq })),
  ];
  const added = standing.filter(({ key }) => !numbered.has(key)).sort((a, b) => a.seq - b.seq);
  return added.length === 0 ? known : [...known, ...added.map(({ key }) => key)];
}

export const cardKey = ({ name, seq }: CaseState['cards'][number]): string => `${name}@s${seq}`;
