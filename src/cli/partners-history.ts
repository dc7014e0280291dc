import { basename } from 'node:path';
import { suggestion } from '../catalog/suggestion.ts';
import { historyOf, historySpan, pastOn } from '../dependence/history.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { DependenceHistory, PastDependence } from '../flow/dependence-history.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { isDate, lastDay } from '../num/dates.ts';
import { historyJson } from '../report/history-json.ts';
import { historyScreen, ledgerFoot, pastScreen } from '../report/history-screen.ts';
import { colorStyle, plainStyle } from '../report/text.ts';
import type { CommandContext } from './command.ts';
import { shownName } from './input-file.ts';
import { loadWholeCatalog } from './load-catalog.ts';
import { type LoadedScenario, loadScenarioFile } from './load-scenario.ts';
import { version } from './package-folder.ts';
import { openOutputs, wishOf } from './write-file.ts';

/** Options that ask for raids or for the scenario; the ledger has neither. */
const OTHERS = ['trials', 'years', 'pairs', 'draws', 'raids', 'date', 'dependence', 'threads'] as const;

/** What `cupola partners` does with the ledger of the book. */
export interface LedgerAnswer {
  /** Printed in whole: nothing is left to run. */
  isWhole: boolean;
  exitCode: number;
  /** Who held what on the day of `--as-of`, where it is asked for. */
  past?: PastDependence;
  /** The scenario in the catalog of that day; undefined where it could not be built then. */
  loaded?: LoadedScenario;
}

/**
 * `--history` and `--as-of` of `cupola partners`: the dependence by date, out of the ledger of the scenario's book.
 *
 * With `--history` the ledger is all that is read. `--as-of` alone tells who held what on the day; the rest of the command follows where
 * the scenario can be resolved in the catalog of that day.
 *
 * @throws InputError for a day that the ledger cannot tell, a partner that it does not name, options that it does not take, and
 *   a book without a ledger: all at once
 */
export async function ledgerAnswer(path: string, context: CommandContext): Promise<LedgerAnswer> {
  const { options } = context;
  if (options.svg !== undefined && !options.history)
    throw new InputError([{ code: 'wrong-word', path: '--svg', said: said('option.with-history') }]);
  if (options.asOf === undefined && !options.history) return { isWhole: false, exitCode: 0 };
  const { architecture, inputs } = await loadScenarioFile(path, options, await loadWholeCatalog());
  if (!options.history && !architecture.partners?.ledger) return { isWhole: false, exitCode: 0 };
  const day = checkedDay(architecture, options);
  const past = day === undefined ? undefined : pastOn(architecture, day);
  if (options.history) {
    const outputs = await openOutputs(wishOf('--svg', options.svg, 'file'), inputs, context);
    if (outputs.has('--svg'))
      await outputs.file('--svg', await chartOf(past?.history ?? historyOf(architecture)!, path));
    print(architecture, past, context);
    return { isWhole: true, exitCode: outputs.exitCode };
  }
  try {
    return { isWhole: false, exitCode: 0, past, loaded: await loadScenarioFile(path, options) };
  } catch (error) {
    if (!(error instanceof InputError) || !error.problems.some(({ code }) => code === 'not-yet-known')) throw error;
    print(architecture, past, context, error.problems.filter(({ code }) => code === 'not-yet-known').length);
    return { isWhole: true, exitCode: 0 };
  }
}

async function chartOf(history: DependenceHistory, path: string): Promise<string> {
  const [{ historyFigure }, { titledPicture }, { draw }] = await Promise.all([
    import('../report/figures/history-figure.ts'),
    import('../report/figures/titled-picture.ts'),
    import('../figures/draw.ts'),
  ]);
  const picture = titledPicture(historyFigure(history)!, `${basename(shownName(path))}, cupola ${version}`, draw);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

function print(
  architecture: Architecture,
  past: PastDependence | undefined,
  { options, out, color, columns }: CommandContext,
  unknownCount = 0,
): void {
  const history = options.history ? (past?.history ?? historyOf(architecture)!) : undefined;
  if (options.json) {
    out(JSON.stringify(historyJson(history, past)));
    return;
  }
  const style = color ? colorStyle : plainStyle;
  const [partner] = (options.partner ?? []) as string[];
  const look = { partner, style, columns, unknownCount };
  out(
    [history && historyScreen(history, look), past && pastScreen(past, look), ledgerFoot(look)]
      .filter(Boolean)
      .join('\n\n'),
  );
}

function checkedDay(architecture: Architecture, options: Record<string, unknown>): string | undefined {
  const others = options.history ? OTHERS.filter((name) => options[name] !== undefined) : [];
  const problems: Problem[] = others.map((name) => ({
    code: 'wrong-word',
    path: `--${name}`,
    said: said('option.not-with-ledger'),
  }));
  const span = historySpan(architecture);
  const { asOf } = options as { asOf?: string };
  if (!span) problems.push({ code: 'no-ledger', path: '--history', said: said('option.no-ledger') });
  let day: string | undefined;
  if (asOf !== undefined && isDate(asOf) && span) {
    day = lastDay(asOf);
    // a month or a year that has begun is read as far as the ledger goes
    if (day > span.last && span.last.startsWith(asOf)) day = span.last;
    if (day < span.first || day > span.last)
      problems.push({
        code: 'wrong-date',
        path: '--as-of',
        said: said('option.out-of-ledger', { ...span, word: asOf }),
      });
  }
  if (options.history) problems.push(...partnerProblems(architecture, (options.partner ?? []) as string[]));
  if (problems.length > 0) throw new InputError(problems);
  return day;
}

function partnerProblems({ partners }: Architecture, asked: readonly string[]): Problem[] {
  const known = (partners?.members ?? []).map(({ id }) => id);
  const problems: Problem[] = asked
    .filter((id) => known.length > 0 && !known.includes(id))
    .map((id) => ({
      code: 'unknown-partner',
      path: '--partner',
      said: said('problem.no-member', { id, hint: suggestion(id, known) }),
    }));
  if (asked.length > 1) problems.push({ code: 'wrong-word', path: '--partner', said: said('option.one-partner') });
  return problems;
}
