/** Where the browser of the tests is. */
import chromium from '@sparticuz/chromium';

/** An installed one by `YIMEN_CHROMIUM`; otherwise the one the project brings, unpacked when first asked for. */
export const chromiumPath = async (): Promise<string> =>
  process.env['YIMEN_CHROMIUM'] ?? (await chromium.executablePath());
