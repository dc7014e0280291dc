import type { RunRecord } from 'cupola';
import { current, type RunState, reference, variant } from './session.ts';
import { page } from './view.ts';

/** A run that is shown, by the letter of its side where there are two. */
export interface ShownRun {
  side: string;
  title: string;
  record: RunRecord;
}

/** The runs that the page shows; undefined while one of them is still being read. */
export function shownRuns(): ShownRun[] | undefined {
  const runs: [string, RunState][] =
    page.value === 'compare' && variant.value
      ? [
          ['A: ', reference.value],
          ['B: ', variant.value],
        ]
      : [['', current.value]];
  const known = runs.flatMap(([side, { opened, isOpenedOld, result }]) =>
    opened && !isOpenedOld ? [{ side, title: opened.title, record: result?.run ?? opened.run }] : [],
  );
  return known.length === runs.length ? known : undefined;
}

/** What was run and how to repeat it, a line each, for whatever is taken away. */
export function runLines(runs: readonly ShownRun[]): string[] {
  return runs.flatMap(({ side, title, record }) => {
    const { command, version, catalogHash, scenarioHash } = record;
    return [`${side}${title}`, command, `cupola ${version}, catalog ${catalogHash}, scenario ${scenarioHash}`];
  });
}
