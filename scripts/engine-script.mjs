// The engine as one script for any engine of JavaScript, as tests and the matrix of hashes run it in Node and in a browser.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The part of satellite.js in WebAssembly is not used: SGP4 runs in plain JavaScript. */
const noWasm = {
  name: 'no-wasm',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^#wasm-/ }, ({ path }) => ({ path, namespace: 'no-wasm' }));
    onLoad({ filter: /.*/, namespace: 'no-wasm' }, () => ({ contents: 'export default undefined;' }));
  },
};

/**
 * The engine as a script that leaves `answerJob` in the global scope.
 *
 * @param {boolean} isPlain with elementary functions that come out the same on every engine (see `test/e2e/plain-math.ts`)
 * @returns {Promise<string>}
 */
export async function engineScript(isPlain) {
  const lines = ["import { answerJob } from './engine-job.ts';", 'globalThis.answerJob = answerJob;'];
  if (isPlain) lines.unshift("import './plain-math-first.ts';");
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: fileURLToPath(new URL('../test/e2e', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    supported: { 'exponent-operator': !isPlain }, // a ** b becomes Math.pow, which can be replaced
    plugins: [noWasm],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
