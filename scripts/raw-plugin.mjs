import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** esbuild plugin: `import text from './table.csv?raw'` puts the file's text into the bundle. */
export const rawPlugin = {
  name: 'raw',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, importer, resolveDir }) => ({
      // from the root, so that no bundle names the folder that it was built in
      path: relative(root, resolve(resolveDir || dirname(importer), path.slice(0, -'?raw'.length))),
      namespace: 'raw',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(resolve(root, path), 'utf8'),
      loader: 'text',
      watchFiles: [resolve(root, path)],
    }));
  },
};
