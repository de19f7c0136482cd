/** How a revocation is led for a test. */
import { done } from '../../setup/desk.ts';
import type { RegistrationDesk } from '../organization-establishment/desk.ts';

export const inactive = '自取得登记证书之日起一年未开展活动的';

export function revocationDeskOf(desk: RegistrationDesk) {
  const asked = (uscc: string, over: Record<string, unknown> = {}) => {
    const form = { uscc, ground: inactive, facts: '住所无人，一年没有活动记录。', evidence: [], ...over };
    return desk.reviewer.open(
      { matter: 'organization-revocation', unit: 'civil-affairs', form },
      crypto.randomUUID(),
    );
  };
  /** Told, and what was said: the decision is open. */
  async function heard(uscc: string, said: string, form?: unknown): Promise<string> {
    const { caseNo } = done(await asked(uscc));
    await desk.served(caseNo, '送达拟撤销登记告知书');
    done(await desk.window.decide(caseNo, '陈述申辩', said, form));
    return caseNo;
  }
  async function revoked(uscc: string): Promise<string> {
    const caseNo = await heard(uscc, '陈述申辩', { statement: '没有异议' });
    const decision = { decision: '平民社撤〔2027〕1号' };
    done(await desk.head.decide(caseNo, '撤销决定', '撤销登记', decision, '事实清楚'));
    await desk.served(caseNo, '送达撤销登记决定书');
    done(await desk.window.decide(caseNo, '收缴登记证书和印章', '已收缴', { items: '证书正副本，印章一枚' }));
    return caseNo;
  }
  return { asked, heard, revoked };
}
