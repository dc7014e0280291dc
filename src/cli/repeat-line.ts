import { shownFile } from '../report/run-record.ts';
import { descriptorOf } from './input-file.ts';

/** A file as a command line names it again: of a full path the last part; what came through a pipe is `-`. */
export function fileWord(file: string): string {
  return descriptorOf(file) === undefined ? shownFile(file) : '-';
}

/** Words of a command line on which satellites and of which day the catalog is. */
export function scenarioWords(options: Record<string, unknown>): string[] {
  const {
    elements = [],
    stale,
    skipBad,
    asOf,
  } = options as { elements?: string[]; stale?: string; skipBad?: boolean; asOf?: string };
  return [
    ...elements.flatMap((word) => ['--elements', elementWord(word)]),
    ...(stale === undefined ? [] : ['--stale', stale]),
    ...(skipBad ? ['--skip-bad'] : []),
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
  ];
}

/** Words of a command line, beside seed and trials, that its numbers depend on. */
export function furtherWords(options: Record<string, unknown>): string[] {
  const { raidSize, exchange, budgetMusd, selftest } = options as {
    raidSize?: boolean;
    exchange?: boolean;
    budgetMusd?: string;
    selftest?: boolean;
  };
  return [
    ...scenarioWords(options),
    ...(raidSize ? ['--raid-size'] : []),
    ...(exchange ? ['--exchange'] : []),
    ...(budgetMusd === undefined ? [] : ['--budget-musd', budgetMusd]),
    ...(selftest ? ['--html', 'report.html', '--selftest'] : []),
  ];
}

/** `id=FILE` with the file as it is named again. */
export function elementWord(word: string): string {
  const [id, ...file] = word.split('=');
  return `${id}=${fileWord(file.join('='))}`;
}
