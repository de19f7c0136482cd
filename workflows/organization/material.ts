/** A material as every application about an organisation hands it in. */
import { file, group, text } from '../../engine/forms/form.ts';

export const material = group('材料', { name: text('材料名称', 60), file: file('文件') });
