/** Builds the pages into dist/web: `npm run pages`. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compression({ algorithms: ['gzip'], include: /\.(js|css|svg)$/ })],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // What a page loads can be told from it.
    manifest: true,
    target: 'chrome109',
    rolldownOptions: {
      input: {
        desk: join(import.meta.dirname, 'index.html'),
        people: join(import.meta.dirname, 'people.html'),
      },
    },
  },
});
