/** Builds the pages into dist/web: `npm run pages`. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compression({ algorithms: ['gzip'], include: /\.(js|css|svg)$/ })],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'chrome109' },
});
