/** The code that lets an applicant see their own case, by text message. */
import type { CodeActivities } from '../workflows/shell/messages.ts';
import type { OutsideSystems } from './outside/connectors.ts';

export const codeActivities = ({ send }: Pick<OutsideSystems, 'send'>): CodeActivities => ({
  async sendCode({ id, to, code }) {
    const sms = send['sms'];
    if (!sms) throw new Error('no connector for text messages');
    await sms({
      key: id,
      name: '验证码',
      system: 'sms',
      kind: 'harmless',
      seq: 0,
      withdrawnBy: null,
      undoes: null,
      payload: { to, template: '验证码', params: { code } },
      caseNo: '',
      idempotencyKey: id,
    });
  },
});
