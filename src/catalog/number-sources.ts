import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { eachNumber } from './entry.ts';
import type { SourcedNumber } from './field.ts';
import { problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

/** Where numbers stand, and the sources that they may name. */
export interface SourceCheck {
  document: YamlDocument;
  sources: Record<string, unknown>;
  problems: Problem[];
}

/** Reports every source of the numbers of an entry that does not exist. */
export function checkNumberSources(fields: Record<string, unknown>, at: PropertyKey[], check: SourceCheck): void {
  eachNumber(fields, (path, number) => checkNumberSource(number, [...at, ...pathParts(path)], check));
}

/** Reports the sources of one number that do not exist; `scenario` is the scenario that is being read. */
export function checkNumberSource(
  number: Pick<SourcedNumber, 'source' | 'quotedBy'>,
  at: PropertyKey[],
  { document, sources, problems }: SourceCheck,
): void {
  for (const key of ['source', 'quotedBy'] as const) {
    const named = number[key];
    if (named === undefined || named === 'scenario' || Object.hasOwn(sources, named)) continue;
    const unknown = said('problem.no-source', { id: named, hint: suggestion(named, Object.keys(sources)) });
    problems.push(problemAt(document, [...at, key], 'unknown-source', unknown));
  }
}

/** `['shells', 0, 'planes']` for `shells[0].planes`. */
export function pathParts(path: string): PropertyKey[] {
  const parts = path.replaceAll('[', '.').replaceAll(']', '').split('.');
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
