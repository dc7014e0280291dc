import type { CostResult } from '../flow/cost.ts';
import type { Band, Cause, DateAnswer, DrawsMade, JointAnswer } from '../flow/joint.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { count, money, percent, plain, range } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { raidCounts } from './raid-counts.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** What of a run the sentence tells, beside the answer by date. */
interface Told extends Pick<Result, 'raid'> {
  /** Space layers. */
  coverage: readonly { id: string }[];
  cost: { result: Pick<CostResult, 'notes' | 'elements'> } | null;
}

/** The chance that nothing gets through at the date of the headline, in one sentence. */
export function chanceSentence({ raid, coverage }: Omit<Told, 'cost'>, { headline, byDate }: JointAnswer): string {
  const { missiles, warheads, decoys } = raidCounts({ raid });
  const isLoaded = warheads + decoys > missiles;
  const load = isLoaded ? said(decoys > 0 ? 'joint.load-decoys' : 'joint.load', { warheads, decoys }) : '';
  const spaceLayers = coverage.map(({ id }) => id);
  const at = byDate.find(({ date }) => date === headline.date)!;
  const { p10, p50, p90 } = headline.noLeaker;
  const rest = said('joint.chance', { missiles, load, p50, p10, p90 });
  const year = yearOf(headline.date);
  const up = upAt(at, spaceLayers);
  return up
    ? say('joint.headline', { year, up: up.p50, target: up.target, upLow: up.p10, upHigh: up.p90, rest })
    : say('joint.headline-ground', { year, rest });
}

/** The answer in one or two sentences. */
export function jointSentence(told: Told, answer: JointAnswer): string {
  const { cost } = told;
  const { headline } = answer;
  const chance = chanceSentence(told, answer);
  const unpriced = unpricedCount(cost);
  const of = cost?.result.elements.length ?? 0;
  const isPriced = headline.spentMusd !== null && (of === 0 || unpriced < of);
  const spent = isPriced ? say('joint.spent', { ...headline.spentMusd! }) : say('joint.unpriced');
  const some = isPriced && unpriced > 0 ? say('joint.unpriced-some', { count: unpriced, of }) : '';
  return [chance, spent, some].filter(Boolean).join(' ');
}

/** Elements without any price. */
function unpricedCount(cost: Told['cost']): number {
  const note = cost?.result.notes.find(({ code }) => code === 'cost.no-price');
  return (note?.args as { ids: string[] } | undefined)?.ids.length ?? 0;
}

/** The answer by date of a result; null where it has none. */
export function answerOf({ headline, byDate, asIfComplete, draws }: Result): JointAnswer | null {
  return headline && byDate && asIfComplete && draws ? { headline, byDate, asIfComplete, draws } : null;
}

/** The force as if complete, in few sentences; that it leaves events out, where there are any. */
export function completeSentences(
  { cost, notes }: Result,
  { asIfComplete: { noLeaker, totalMusd } }: JointAnswer,
): string[] {
  const years = cost?.result.years ?? 0;
  return [
    say('joint.complete', { ...noLeaker }),
    ...(totalMusd ? [say('joint.complete-money', { ...totalMusd, years })] : []),
    ...notes.filter(({ code }) => code === 'note.events').map(tell),
  ];
}

/** On how many draws, inputs and raids the bands rest. */
export function bandSentence({ draws }: JointAnswer): string {
  const { drawsCount, raidsCount, inputCount } = draws;
  return withExceptions(say('joint.bands', { draws: drawsCount, inputs: inputCount, raids: raidsCount }), draws);
}

/** What the bands rest on, and in which draws that is not so. */
export function withExceptions(
  bands: string,
  { leftOutCount, redrawnCount }: Pick<DrawsMade, 'leftOutCount' | 'redrawnCount'>,
): string {
  return [
    bands,
    ...(redrawnCount > 0 ? [say('joint.redrawn', { count: redrawnCount })] : []),
    ...(leftOutCount > 0 ? [say('joint.left-out', { count: leftOutCount })] : []),
  ].join(' ');
}

/** What stands, what gets through and what is spent, by date; what decides; and the force as if complete. */
export function jointSection(result: Result, answer: JointAnswer, style: Style, width: number): string[] {
  const { headline, byDate, draws } = answer;
  const spaceLayers = result.coverage.map(({ id }) => id);
  return [
    heading(say('joint.title'), style),
    dateTable(byDate, spaceLayers, style),
    wrap(bandSentence(answer), width, 2),
    heading(say('joint.what-decides', { year: yearOf(headline.date) }), style),
    ...causeLines(headline, draws, style, width),
    heading(say('joint.complete-title'), style),
    ...completeSentences(result, answer).map((sentence) => wrap(sentence, width, 2)),
  ];
}

function dateTable(byDate: readonly DateAnswer[], spaceLayers: readonly string[], style: Style): string {
  const { head, rows } = dateRows(byDate, spaceLayers);
  return table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style);
}

/** By date what stands of the space layers, the chance that nothing gets through, and what is spent. */
export function dateRows(
  byDate: readonly DateAnswer[],
  spaceLayers: readonly string[],
): { head: string[]; rows: string[][] } {
  const hasSpace = spaceLayers.length > 0;
  const rows = byDate.map((at) => [
    dayOrYear(at.date),
    ...(hasSpace ? [banded(upAt(at, spaceLayers)!, (value) => count(value))] : []),
    banded(at.noLeaker, (share) => percent(share, 0)),
    at.spentMusd ? banded(at.spentMusd, money) : '-',
  ]);
  const head = [
    say('joint.head-date'),
    ...(hasSpace ? [say('joint.head-up')] : []),
    say('joint.head-through'),
    say('joint.head-spent'),
  ];
  return { head, rows };
}

function causeLines(
  { causes, costCauses }: JointAnswer['headline'],
  { drawsCount, causeFloorFraction }: JointAnswer['draws'],
  style: Style,
  width: number,
): string[] {
  const tableOf = (name: string, list: readonly Cause[]) =>
    table(causeHead(name), causeRows(list), ['left', 'right', 'left', 'left'], style);
  const none = wrap(say('joint.what-decides-none', { draws: drawsCount, floor: causeFloorFraction }), width, 2);
  return [
    causes.length > 0 ? tableOf(say('joint.head-chance'), causes) : none,
    ...(costCauses.length > 0 ? ['', tableOf(say('joint.head-money'), costCauses)] : []),
  ];
}

export function causeHead(name: string): string[] {
  return [name, '', say('joint.head-values'), say('joint.head-basis')];
}

/** How much of the spread the named causes explain together, and how much of that rests on assumptions; nothing where none is named. */
export function basisSentences({
  causes,
  costCauses,
}: Pick<JointAnswer['headline'], 'causes' | 'costCauses'>): string[] {
  const sum = (list: readonly Cause[]) => list.reduce((all, { share }) => all + share, 0);
  const assumed = (list: readonly Cause[]) => sum(list.filter(({ basis }) => basis === 'assumption'));
  const told = (list: readonly Cause[]) => ({ share: sum(list), assumed: assumed(list), count: list.length });
  return [
    ...(causes.length > 0 ? [say('joint.chance-rests', told(causes))] : []),
    ...(costCauses.length > 0 ? [say('joint.money-rests', told(costCauses))] : []),
  ];
}

/** Inputs with their share of the spread, their value with its range, and its basis. */
export function causeRows(causes: readonly Cause[]): string[][] {
  return causes.map(({ path, share, value, low, high, basis }) => [
    path,
    percent(share, 0),
    banded({ p10: low, p50: value, p90: high }, plain),
    say(`basis.${basis}`),
  ]);
}

/** Space interceptors up, of all layers together; undefined where there are none. */
function upAt({ stock }: DateAnswer, spaceLayers: readonly string[]): (Band & { target: number }) | undefined {
  const layers = spaceLayers.map((id) => stock[id]).filter((layer) => layer !== undefined);
  if (layers.length === 0) return undefined;
  const sum = (key: keyof (typeof layers)[number]) => layers.reduce((total, layer) => total + layer[key], 0);
  return { p10: sum('p10'), p50: sum('p50'), p90: sum('p90'), target: sum('target') };
}

function banded({ p10, p50, p90 }: Band, write: (value: number) => string): string {
  const [low, mid, high] = [write(p10), write(p50), write(p90)];
  return low === high ? mid : say('joint.band', { mid: mid, range: range(low, high) });
}

/** The year for its first day, else the day. */
export function dayOrYear(date: string): string {
  return date.endsWith('-01-01') ? yearOf(date) : date;
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}
