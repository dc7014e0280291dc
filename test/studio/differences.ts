/** Where two results differ: numbers by more than the last bits, in which two versions of V8 may round exp and pow. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? [] : [`${path}: ${a} and ${b}`];
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return a === b ? [] : [`${path}: ${String(a)} and ${String(b)}`];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const of = (from: object, key: string) => (from as Record<string, unknown>)[key];
  return keys.flatMap((key) => differences(of(a, key), of(b, key), `${path}/${key}`)).slice(0, 20);
}
