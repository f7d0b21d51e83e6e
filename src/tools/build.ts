/**
 * `npm run build`: bundles the sources into dist/program/, which the installed package and the command run.
 *
 * Few files start faster than two hundred. They are CommonJS, since V8 can keep what it compiled of that
 * (src/launch/kept-code.mjs), and ASCII, which it reads faster. They lie as deep as the folders of src, so that paths
 * relative to a module (../../schemas) lead to the same place, and side by side, so that processes that are started by
 * a module's name are found (src/store/sibling-module.ts).
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { bundledLicences } from './bundled-licences.ts';
import { pdfjsForText } from './pdfjs-for-text.ts';

await build({
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  input: {
    main: 'src/cli/main.ts',
    index: 'src/index.ts',
    'query-process': 'src/store/query-process.ts',
    'parent-watch': 'src/store/parent-watch.ts',
  },
  // Native or WebAssembly, with files of their own.
  external: ['better-sqlite3', 'onnxruntime-node', 'sharp', 'tesseract.js', /^@embedpdf\//],
  platform: 'node',
  transform: { target: 'node22.13' },
  plugins: [pdfjsForText(), bundledLicences()],
  output: {
    dir: 'dist/program',
    cleanDir: true,
    format: 'cjs',
    charset: 'ascii',
    comments: { jsdoc: false },
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
  },
  onLog: (level, { message }) => {
    if (level === 'warn') throw new Error(message);
  },
});
