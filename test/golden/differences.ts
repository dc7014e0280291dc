const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;
/** Longer lists of numbers are kept as their length, ends and sum. */
const LONG_LIST = 40;

/** Plain JSON of a result: what JSON cannot say as words, long series in short. */
export function stored(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (ArrayBuffer.isView(value)) return stored(Array.from(value as unknown as ArrayLike<number>));
  if (Array.isArray(value)) {
    if (value.length <= LONG_LIST || !value.every((item) => typeof item === 'number')) return value.map(stored);
    const sum = value.reduce((a: number, b: number) => a + (Number.isFinite(b) ? b : 0), 0);
    return { length: value.length, first: stored(value[0]), last: stored(value.at(-1)), sum };
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, stored(item)]));
}

/**
 * Every place at which two stored results differ, a line each: whole numbers and words exactly, others by a share of their size.
 */
export function differences(expected: unknown, actual: unknown, relative = RELATIVE, path = ''): string[] {
  if (isTree(expected) && isTree(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => {
      const place = Array.isArray(expected) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      if (!Object.hasOwn(actual, key)) return [`${place}: gone, was ${show(expected[key])}`];
      if (!Object.hasOwn(expected, key)) return [`${place}: new, ${show(actual[key])}`];
      return differences(expected[key], actual[key], relative, place);
    });
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (isNear(expected, actual, relative)) return [];
    const by = expected === 0 ? '' : ` (${(100 * (actual / expected - 1)).toPrecision(2)} %)`;
    return [`${path}: was ${expected}, is ${actual}${by}`];
  }
  return expected === actual ? [] : [`${path}: was ${show(expected)}, is ${show(actual)}`];
}

function isNear(expected: number, actual: number, relative: number): boolean {
  if (Number.isInteger(expected) && Number.isInteger(actual)) return expected === actual;
  return Math.abs(actual - expected) <= Math.max(ABSOLUTE, relative * Math.abs(expected));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
