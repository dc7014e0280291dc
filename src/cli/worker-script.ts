import { existsSync } from 'node:fs';
import { packageFolder } from './package-folder.ts';

/** A worker's script in the bundle. @throws Error where the program was not built */
export function workerScript(name: string): URL {
  const script = new URL(`dist/cli/${name}.js`, packageFolder);
  if (!existsSync(script)) throw new Error(`${name}.js was not found in dist/cli: npm run build`);
  return script;
}
