/** An outside system brings a matter up: a case of it is opened, or the one under way is told. */
import type { z } from '@hono/zod-openapi';
import type { inboundBody } from '../contract/wire.ts';
import { journaled } from '../db/commands.ts';
import { hashOf, LinkRefused, tellCase, tellingId } from '../delivery/linked.ts';
import { claimsOf } from '../delivery/open-journaled.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import { currentProcess } from '../workflows/index.ts';
import type { AppContext } from './env.ts';
import { checkNamedBySystem } from './named.ts';
import { openCase } from './open-case.ts';
import { Problem } from './problem.ts';
import { kept } from './sealing.ts';
import { confirmedInProduction } from './unconfirmed.ts';

type BroughtUp = {
  readonly caseNo: string;
  readonly merged: boolean;
  readonly state: 'accepted' | 'waiting';
};

type Asked = z.infer<typeof inboundBody>;

/** What the system is called, of a matter that it may bring up there. */
function allowed(
  { county }: AppContext,
  system: string,
  { matter, unit }: Asked,
): { process: AnyProcess; name: string } {
  const process = currentProcess(matter);
  if (!process) throw new Problem('NOT_FOUND', { detail: `没有“${matter}”这个事项。请从事项目录中选择。` });
  const systems = process.inbound?.systems ?? {};
  const name = Object.hasOwn(systems, system) ? systems[system] : undefined;
  if (name === undefined)
    throw new Problem('FORBIDDEN', {
      detail: `“${system}”不提起“${process.title}”。请与县里核对密钥的编号。`,
    });
  const township = county.units.find(({ id, kind, joined }) => id === unit && kind === 'township' && !joined);
  if (!township)
    throw new Problem('BODY_INVALID', { fields: [{ field: 'unit', text: `没有“${unit}”这个乡镇` }] });
  return { process, name };
}

export async function bringUp(context: AppContext, system: string, asked: Asked): Promise<BroughtUp> {
  const { unit, reference, form } = asked;
  const { process, name } = allowed(context, system, asked);
  await checkNamedBySystem(context, process.application, form);
  await confirmedInProduction(context, process);
  const key = `in-${hashOf([system, process.code, reference])}`;
  const told = await journaled(context.sql, tellingId(key));
  if (told) return await tell(context, { process, name, key, form });
  try {
    const { caseNo, kind } = await openCase(context, {
      process,
      unit,
      form,
      key,
      actor: { kind: 'system', name },
    });
    return { caseNo, merged: false, state: kind };
  } catch (error) {
    if (!(error instanceof Problem && (error.code === 'DUPLICATE_CASE' || error.code === 'TAKEN')))
      throw error;
    try {
      return await tell(context, { process, name, key, form });
    } catch (refused) {
      // It is past being told, or was never a case: that it is taken says what to do.
      throw refused instanceof LinkRefused ? error : refused;
    }
  }
}

async function tell(
  { vault, dispatcher }: AppContext,
  {
    process,
    name,
    key,
    form,
  }: {
    readonly process: AnyProcess;
    readonly name: string;
    readonly key: string;
    readonly form: Asked['form'];
  },
): Promise<BroughtUp> {
  const sealed = kept(vault, process.application, form);
  const [claim] = claimsOf(process, sealed);
  const told = process.inbound?.again(sealed as never);
  if (!claim || !told) throw new LinkRefused(`“${process.title}”不并入在办的`);
  return { caseNo: await tellCase(dispatcher, key, claim, told, name), merged: true, state: 'accepted' };
}
