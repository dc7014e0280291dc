import type { DeparturesByDate } from '../flow/departures.ts';
import type { DependenceResult } from '../flow/dependence.ts';
import type { PastDependence } from '../flow/dependence-history.ts';
import type { JointHeadline } from '../flow/joint.ts';
import type { ServedShares } from '../flow/served-shares.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { nameIn, say, tell } from '../words/words.ts';
import { departureSentences, departuresSection } from './departures-section.ts';
import { ledgerFoot, pastScreen } from './history-screen.ts';
import { assumedWords, concentrationTable, matrixTable, singlePointLines } from './partners-dependence.ts';
import { headlineOf, type TakeoversOf, takeoverLines, withdrawalTable } from './partners-withdrawals.ts';
import { servedTables } from './served-table.ts';
import { heading, type Style, wrap } from './text.ts';

export interface PartnersReport {
  name: string;
  dependence: DependenceResult;
  /** Of the complete force, where it was asked for. */
  complete?: WithdrawalsResult;
  /** The answer by date, with its sentence, and what departures do to it. */
  joint?: { headline: JointHeadline; departures: DeparturesByDate };
  /** Who takes over, by what. */
  takeovers?: readonly TakeoversOf[];
  /** Who can be told to fire at once, by terminals on each relay. */
  served?: ServedShares;
  /** Who held what on the day of `--as-of`. */
  past?: PastDependence;
  /** Roots that were asked for. */
  only?: string[];
}

/** The answer of `cupola partners`: the sentence to quote, then what leaves what, who falls with whom, how concentrated it is. */
export function partnersScreen(
  { name, dependence, complete, joint, takeovers, served, past, only }: PartnersReport,
  style: Style,
  columns: number,
): string {
  const width = Math.min(columns, 110);
  const lines = [
    style.bold(name),
    '',
    ...(joint
      ? [joint.headline.sentence, ...departureSentences(joint.departures, joint.headline.partners)].flatMap(
          (each, i) => (i > 0 ? ['', wrap(each, width)] : [wrap(each, width)]),
        )
      : [wrap(complete ? headlineOf(complete, dependence) : dependenceHeadline(dependence), width)]),
  ];
  if (joint) lines.push(...departuresSection(joint.departures, style, width));
  if (complete) {
    if (joint) lines.push('', wrap(headlineOf(complete, dependence), width));
    lines.push(heading(say('partners.if-one-leaves'), style), withdrawalTable(complete, style));
  }
  if (takeovers) lines.push(takeoverLines(takeovers, style, width, { only, isFromNothing: complete !== undefined }));
  if (!only) {
    lines.push(heading(say('partners.falls'), style), matrixTable(dependence, style));
    lines.push(heading(say('partners.concentrated'), style), concentrationTable(dependence, style));
    lines.push(heading(say('partners.single'), style), singlePointLines(dependence, style, width));
  }
  if (served) lines.push(...servedTables(served, style));
  if (past && !only) lines.push('', pastScreen(past, { style, columns }), '', ledgerFoot({ style, columns }));
  for (const { said: fault } of dependence.problems) lines.push(wrap(say('partners.fault', { fault }), width));
  lines.push('');
  for (const note of [...(complete?.notes ?? []), ...(only ? [] : dependence.notes)])
    lines.push(style.dim(wrap(tell(note), width, 2)));
  return lines.filter((line) => line !== undefined).join('\n');
}

function dependenceHeadline({ roots, money: all, functions }: DependenceResult): string {
  const [first] = roots;
  if (!first) return say('partners.none');
  const whole = functions
    .filter(({ id }) => (first.fallsFraction[id] ?? 0) > 0.999)
    .map(({ name }) => nameIn(name))
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const paid = all.shares.find(({ partner }) => partner === first.id);
  const carried = whole.length > 0 ? whole : say('partners.no-whole');
  return say('partners.alone', {
    name: first.name,
    functions: carried,
    share: paid?.shareFraction ?? 0,
    assumed: assumedWords(paid),
    money: first.moneyMusd ?? 0,
  });
}
