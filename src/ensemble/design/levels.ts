/** Numbers in equal steps from one end to the other, both included. */
export function linearLevels(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => tidy(from + ((to - from) * i) / (steps - 1)));
}

/** Numbers in equal ratios from one end to the other, both included. */
export function logLevels(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => tidy(from * (to / from) ** (i / (steps - 1))));
}

/** Range of an input that is sampled. */
export interface SampleRange {
  low: number;
  high: number;
  isLog: boolean;
  isWhole: boolean;
}

/** The value of a range at a coordinate between 0 and 1. */
export function valueAt({ low, high, isLog, isWhole }: SampleRange, coordinate: number): number {
  if (isWhole && !isLog) return Math.min(high, Math.floor(low + coordinate * (high - low + 1)));
  const value = isLog ? low * (high / low) ** coordinate : low + coordinate * (high - low);
  return isWhole ? Math.round(value) : value;
}

/**
 * Numbers between neighbours of a rising list, by halving until none are further apart than `within`.
 *
 * @param isWhole only whole numbers, as of planes
 */
export function levelsBetween(levels: readonly number[], within: number, isWhole: boolean): number[] {
  const halve = (low: number, high: number): number[] => {
    if (high - low <= within) return [];
    const middle = isWhole ? Math.round((low + high) / 2) : tidy((low + high) / 2);
    if (!(low < middle && middle < high)) return [];
    return [...halve(low, middle), middle, ...halve(middle, high)];
  };
  return levels.slice(1).flatMap((high, i) => halve(levels[i], high));
}

/** Drops the last digits that steps of decimal numbers leave behind: 0.30000000000000004 becomes 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Every combination of one item of each list; the last list changes fastest. */
export function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
}
