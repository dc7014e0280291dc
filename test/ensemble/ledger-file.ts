import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyResult } from '../../src/flow/study.ts';

/** The summary in a study's folder. */
export function summaryOf(folder: string): StudyResult {
  return JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as StudyResult;
}

/** Whole lines of the ledger in a study's folder. */
export function linesIn(folder: string): number {
  try {
    return readFileSync(join(folder, 'ledger.jsonl'), 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

/** Names of the shards in a ledger. */
export function idsIn(folder: string): string[] {
  const lines = readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { id: string }).id);
}

/** Waits until a ledger has so many lines. */
export async function untilLines(folder: string, count: number): Promise<void> {
  for (let i = 0; linesIn(folder) < count; i++) {
    if (i > 1200) throw new Error(`only ${linesIn(folder)} lines in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
