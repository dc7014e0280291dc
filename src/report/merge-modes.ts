import { say } from '../words/words.ts';

/** Rows of who leaves, how, and what comes of it: those of one name that are equal in all but how are one, which says both. */
export function mergeModes(rows: readonly string[][]): string[][] {
  const byCells = new Map<string, string[]>();
  for (const [who = '', how = '', ...cells] of rows) {
    const key = JSON.stringify([who, cells]);
    byCells.set(key, [who, byCells.has(key) ? say('partners.mode-both') : how, ...cells]);
  }
  return [...byCells.values()];
}
