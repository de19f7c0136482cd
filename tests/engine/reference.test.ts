/** The engine beside the reference model: after every command the same acts open, the same answers stand and wait. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { isClosed, runOf } from '../../engine/ledger/state.ts';
import { has, processOf, shape } from './random-process.ts';
import { moves, walk } from './random-walk.ts';
import { ReferenceModel } from './reference-model.ts';

const sequences = Number(process.env['YIMEN_SEQUENCES'] ?? 500);
const seed = Number(process.env['YIMEN_SEED'] ?? 20_261_125);
const seen = { compared: 0, returns: 0, directs: 0, takeBacks: 0, asked: 0 };

test(`退回、直达、拿回与参照模型一致：${sequences} 串`, { timeout: 7_200_000 }, () => {
  fc.assert(
    fc.property(
      shape.filter((described) => !has(described, 'await', 'known')),
      moves(18),
      (described, moved) => {
        const random = processOf(described);
        const walked = walk([random], moved);
        const model = new ReferenceModel(described, random.places);
        for (const { after, body, entries } of walked.taken) {
          for (const { event, seq } of entries) model.take(event, seq);
          const standing = [...after.decisions.keys()].sort();
          const open = runOf(after)
            .open.map(({ key }) => key)
            .sort();
          const expected = { open: [...model.open].sort(), standing: [...model.answers.keys()].sort() };
          if (isClosed(after) !== model.closed)
            throw new Error(`closed ${isClosed(after)}, should be ${model.closed}`);
          if (after.ending) break;
          if (!isDeepStrictEqual({ open, standing }, expected))
            throw new Error(
              `after ${JSON.stringify(body)}: ${JSON.stringify({ open, standing })}, should be ${JSON.stringify(expected)}`,
            );
          if (!isDeepStrictEqual([...after.ghosts.keys()].sort(), [...model.ghosts.keys()].sort()))
            throw new Error(`after ${JSON.stringify(body)} other acts are open again`);
          seen.compared++;
          if (body.type === 'return') body.mode === 'redo' ? seen.returns++ : seen.directs++;
          if (body.type === 'takeBack') seen.takeBacks++;
          seen.asked += entries.filter(
            ({ event, derived }) => event.type === 'decided' && derived?.superseded,
          ).length;
        }
      },
    ),
    { numRuns: sequences, seed },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

afterAll(() => console.log(`seed ${seed}`, JSON.stringify(seen)));
