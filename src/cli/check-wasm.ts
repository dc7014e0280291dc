import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';

/** @throws InputError where Node was started without WebAssembly, as with --jitless */
export function checkWasm(): void {
  if (typeof (globalThis as { WebAssembly?: unknown }).WebAssembly === 'undefined')
    throw new InputError([{ code: 'no-wasm', path: '', said: said('option.no-wasm') }]);
}
