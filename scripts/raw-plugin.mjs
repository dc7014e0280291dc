import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** esbuild plugin: `import text from './table.csv?raw'` puts the file's text into the bundle. */
export const rawPlugin = {
  name: 'raw',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, importer, resolveDir }) => ({
      path: resolve(resolveDir || dirname(importer), path.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};
