import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { loadCatalogFolder } from '../../src/cli/load-catalog.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The engine's client alone on a page, with its worker beside it; the worker can be replaced by another script. */
export interface ClientBench {
  url: string;
  /** Serves this script as the worker, once for each; then the engine again. Null: the worker is not found. */
  nextWorkers(...scripts: (string | null)[]): void;
  close(): Promise<void>;
}

const own: Plugin = {
  name: 'own',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cupola$/ }, () => ({ path: join(root, 'src/index.ts'), sideEffects: false }));
    onResolve({ filter: /^cupola\/physics$/ }, () => ({ path: join(root, 'src/physics/index.ts') }));
    onResolve({ filter: /^cupola\/catalog\.json$/ }, () => ({ path: 'catalog', namespace: 'own' }));
    onResolve({ filter: /^#wasm-/ }, ({ path }) => ({ path, namespace: 'own' }));
    onLoad({ filter: /./, namespace: 'own' }, async ({ path }) =>
      path === 'catalog'
        ? {
            contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(await loadCatalogFolder(pathToFileURL(`${root}catalog/`))))});`,
            loader: 'js',
          }
        : { contents: 'export default undefined;', loader: 'js' },
    );
  },
};

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [own],
    define: { CUPOLA_VERSION: '"test"' },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Builds and serves the bench on a loopback address, under the policy of the studio's page. */
export async function startClientBench(): Promise<ClientBench> {
  const client = await bundle(
    `import { EngineClient } from './studio/src/worker/client.ts';\nObject.assign(globalThis, { EngineClient });`,
  );
  const engine = await bundle(`import './studio/src/worker/engine.ts';`);
  const queue: (string | null)[] = [];
  const policy = "default-src 'none'; script-src 'self'; worker-src 'self'";
  const server = createServer(({ url }, response) => {
    const send = (type: string, words: string) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(words);
    if (url === '/') send('text/html', '<!doctype html><script type="module" src="/client.js"></script>');
    else if (url === '/client.js') send('text/javascript', client);
    else if (url === '/engine.ts') {
      const script = queue.length > 0 ? queue.shift()! : engine;
      if (script === null) response.writeHead(404).end();
      else send('text/javascript', script);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    nextWorkers(...scripts) {
      queue.push(...scripts);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
