/** The pages, built from their sources into a folder of files. */
import { build } from 'vite';

export async function buildPages(outDir: string): Promise<void> {
  await build({
    configFile: new URL('./vite.config.ts', import.meta.url).pathname,
    build: { outDir },
    logLevel: 'error',
  });
}
