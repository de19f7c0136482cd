/** A document that a case has issued, as it is printed and as anybody may verify it. */
import { z } from '@hono/zod-openapi';
import { items } from './shapes.ts';

const face = {
  title: z.string(),
  number: z.string().openapi({ description: '文书编号' }),
  organ: z.string().openapi({ description: '出具机关' }),
  date: z.iso.date(),
};
export const document = z
  .strictObject({
    ...face,
    paragraphs: items(z.string()),
    effect: z.enum(['informs', 'adverse']).openapi({ description: '不利的必附救济途径' }),
    remedies: items(z.string()).openapi({ description: '救济途径' }),
    contact: z.string().nullable().openapi({ description: '向谁咨询' }),
    served: z
      .strictObject({ method: z.string(), on: z.iso.date() })
      .nullable()
      .openapi({ description: '怎样送达、哪一日' }),
    code: z.string(),
    verifyAt: z.url().openapi({ description: '任何人可以核验的地址' }),
    qr: z.string().openapi({ description: '该地址的二维码（data URL）' }),
  })
  .openapi('Document');
export const verifiedDocument = z.strictObject(face).openapi('VerifiedDocument');
