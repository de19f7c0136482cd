/** A Chinese font for the browser of the tests, which brings none: where its font configuration says. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decompress } from 'wawoff2';
import { built } from '../../stack/built.ts';
import { builtIn, localFolder } from '../../stack/local-folder.ts';

const packed = resolve('node_modules/@fontsource-variable/noto-sans-sc/files');

/** The font comes in parts, the most used characters in the last ones; each part makes every text slower to draw. */
const fewParts = 28;
const lettersFirst = 1_000;
const partOf = (name: string): number => Number(/-(\d+)-wght/.exec(name)?.[1] ?? lettersFirst);

export type Characters = 'most used' | 'all';

const config = (dir: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${dir}</dir><cachedir>${dir}/cache</cachedir></fontconfig>
`;

async function unpack(characters: Characters, dir: string): Promise<void> {
  await mkdir(dir);
  const parts = (await readdir(packed))
    .filter((name) => name.endsWith('.woff2'))
    .toSorted((a, b) => partOf(b) - partOf(a));
  for (const name of characters === 'all' ? parts : parts.slice(0, fewParts))
    await writeFile(
      join(dir, name.replace('.woff2', '.ttf')),
      await decompress(await readFile(join(packed, name))),
    );
}

/** The environment in which a browser finds it. */
export async function withFont(characters: Characters): Promise<{ readonly [name: string]: string }> {
  const name = characters === 'all' ? 'font-whole' : 'font';
  const dir = await built(builtIn(localFolder), name, [], (to) => unpack(characters, to));
  const file = join(dir, 'fonts.conf');
  await writeFile(file, config(dir));
  return { FONTCONFIG_FILE: file };
}
