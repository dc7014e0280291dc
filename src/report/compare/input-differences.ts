/** One input that is not the same in two scenarios. */
export interface InputDifference {
  /** Such as `interceptors sbi lifeYr`. */
  path: string;
  a: string;
  b: string;
}

const SKIPPED = new Set(['uses', 'sources', 'catalogHash', 'scenarioHash', 'notes', 'description', 'text']);
const MOST_LETTERS = 80;

/** What stands for an input that one of the two does not have. */
export const ABSENT = 'none';

/**
 * What differs between two records, leaf by leaf; elements of lists are matched by `id`, events by date and subject, those that are alike but for id and name by that,
 * others by position.
 *
 * @returns in the order of the first record; sources and texts apart
 */
export function inputDifferences(a: unknown, b: unknown): InputDifference[] {
  const found: InputDifference[] = [];
  walk(a, b, [], found);
  return found;
}

function walk(a: unknown, b: unknown, path: string[], found: InputDifference[]): void {
  if (Object.is(a, b)) return;
  const [left, given] = [byName(a), byName(b)];
  if (left && given) {
    const right = Array.isArray(a) && Array.isArray(b) ? inNamesOf(left, given) : given;
    for (const key of new Set([...left.keys(), ...right.keys()]))
      if (path.length > 0 || !SKIPPED.has(key)) walk(left.get(key), right.get(key), [...path, key], found);
    return;
  }
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words !== others) found.push({ path: path.join(' '), a: words, b: others });
}

/** Parts of a record or list by name; undefined for plain values. */
function byName(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const isPlain = value.length > 0 && value.every((item) => typeof item !== 'object' || item === null);
    if (isPlain) return undefined;
    return new Map(value.map((item, i) => [nameIn(item, i), item]));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value));
}

/** An item by its id; an event by its date and what it is about; any other by its position. */
function nameIn(item: unknown, position: number): string {
  const { id, date, kind, partner, vehicle, element, network } = (item ?? {}) as Record<string, unknown>;
  if (id !== undefined) return String(id);
  if (date === undefined || kind === undefined) return String(position);
  return [date, kind, partner ?? vehicle ?? element ?? network].filter((word) => word !== undefined).join(' ');
}

/**
 * Items of the second list under the names of the first where only the name differs: the first of those that are alike to the first.
 */
function inNamesOf(left: Map<string, unknown>, right: Map<string, unknown>): Map<string, unknown> {
  const fresh = [...right].filter(([key, item]) => !left.has(key) && hasId(item));
  const gone = [...left].filter(([key, item]) => !right.has(key) && hasId(item));
  if (fresh.length === 0 || gone.length === 0) return right;
  const names = new Map<string, string>();
  for (const [key, item] of gone) {
    const text = textWithoutName(item);
    const twin = fresh.find(([other, each]) => !names.has(other) && textWithoutName(each) === text);
    if (twin) names.set(twin[0], key);
  }
  return new Map([...right].map(([key, item]) => [names.get(key) ?? key, item]));
}

function hasId(item: unknown): boolean {
  return typeof (item as { id?: unknown } | null)?.id === 'string';
}

function textWithoutName(item: unknown): string {
  const { id: _id, name: _name, ...rest } = item as Record<string, unknown>;
  return JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
}

function wordsOf(value: unknown): string {
  if (value === undefined) return ABSENT;
  const text = typeof value === 'string' ? value : (nameOf(value) ?? JSON.stringify(value) ?? ABSENT);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}

/** An element that only one side has is told by its name and partner, not by its hundred numbers. */
function nameOf(value: unknown): string | undefined {
  const { name, partner } = (value ?? {}) as { name?: unknown; partner?: unknown };
  if (typeof name !== 'string') return undefined;
  return typeof partner === 'string' ? `${name} (${partner})` : name;
}
