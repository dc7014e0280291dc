import { createHash } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { Architecture } from '../flow/architecture.ts';
import type { Result } from '../flow/result.ts';
import type { Repeat } from '../report/html/report-input.ts';
import { descriptorOf } from './input-file.ts';

/**
 * The line that runs a scenario again as it was run, and hashes of what went in and came out.
 *
 * Files are named as the user named them; of a full path only the last part stands, so that a report does not tell whose
 * machine it comes from; what came through a pipe is `-`.
 */
export function repeatOf(
  architecture: Architecture,
  result: Result,
  file: string,
  options: Record<string, unknown>,
): Repeat {
  const {
    elements = [],
    raidSize,
    budgetMusd,
  } = options as {
    elements?: string[];
    raidSize?: boolean;
    budgetMusd?: string;
  };
  const words = [
    'cupola',
    'run',
    shown(file),
    '--seed',
    String(result.seed),
    ...(result.trials > 0 ? ['--trials', String(result.trials)] : []),
    ...elements.flatMap((word) => ['--elements', elementWord(word)]),
    ...(raidSize ? ['--raid-size'] : []),
    ...(budgetMusd === undefined ? [] : ['--budget-musd', budgetMusd]),
    '--html',
    'report.html',
  ];
  return {
    command: words.map(quoted).join(' '),
    resultSha256: sha256(`${JSON.stringify(result)}\n`),
    elements: [...architecture.networks, ...architecture.sensors, ...architecture.interceptors].flatMap((plan) =>
      plan.elements ? [{ id: plan.id, file: shown(plan.elements.file), sha256: sha256(plan.elements.text) }] : [],
    ),
  };
}

function shown(file: string): string {
  if (descriptorOf(file) !== undefined) return '-';
  return isAbsolute(file) ? basename(file) : file;
}

function elementWord(word: string): string {
  const [id, ...file] = word.split('=');
  return `${id}=${shown(file.join('='))}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
