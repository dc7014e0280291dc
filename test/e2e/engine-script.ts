import { build, type Plugin } from 'esbuild';
import { root } from '../fixtures/shipped-scenario.ts';

/** The part of satellite.js in WebAssembly is not used: SGP4 runs in plain JavaScript. */
const noWasm: Plugin = {
  name: 'no-wasm',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^#wasm-/ }, ({ path }) => ({ path, namespace: 'no-wasm' }));
    onLoad({ filter: /.*/, namespace: 'no-wasm' }, () => ({ contents: 'export default undefined;' }));
  },
};

/**
 * The engine as a script that leaves `answerJob` in the global scope.
 *
 * @param isPlain with elementary functions that come out the same on every engine (see `plain-math.ts`)
 */
export async function engineScript(isPlain: boolean): Promise<string> {
  const lines = ["import { answerJob } from './engine-job.ts';", 'globalThis.answerJob = answerJob;'];
  if (isPlain) lines.unshift("import './plain-math-first.ts';");
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: `${root}test/e2e` },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    supported: { 'exponent-operator': !isPlain }, // a ** b becomes Math.pow, which can be replaced
    plugins: [noWasm],
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}
