import type { Figure } from '../../figures/figure.ts';
import { type Pair, pairChart } from '../../figures/pair-chart.ts';
import type { EffectSummary } from '../../flow/effect.ts';
import { leakReasons } from '../../flow/outcomes.ts';
import type { Result } from '../../flow/result.ts';
import { count, money, percent, short } from '../../words/numbers.ts';
import { nameIn, say } from '../../words/words.ts';
import { BUDGET } from '../effect-section.ts';
import { throughOf } from '../raid-counts.ts';
import { pairedElements } from './result-differences.ts';

/** A case of a comparison: its name and what its charts are drawn from. */
export interface ComparedCase {
  name: string;
  result: Pick<Result, 'effect' | 'cost' | 'dependence'>;
}

const MOST_ELEMENTS = 10;
const MOST_PARTNERS = 8;

/** Two cases side by side: effect, leak reasons, seconds, cost by element, money by partner; what both have. */
export function compareFigures(a: ComparedCase, b: ComparedCase): Figure[] {
  const figures = [effectFigure(a, b), reasonFigure(a, b), secondsFigure(a, b), costFigure(a, b), partnerFigure(a, b)];
  return figures.filter((figure) => figure !== null);
}

function effectFigure(a: ComparedCase, b: ComparedCase): Figure | null {
  const both = effects(a, b);
  if (!both) return null;
  const share = (name: string, of: (effect: EffectSummary) => EffectSummary['noLeaker']): Pair => {
    const [x, y] = both.map(of).map(({ probability, low, high }) => {
      const words = say('compare.share-range', { share: probability, low, high });
      return { value: probability, low, high, words };
    });
    return { name, a: x, b: y };
  };
  const pairs = [
    share(say('compare.stopped'), ({ noLeaker }) => noLeaker),
    share(say('compare.shot-at'), ({ allEngaged }) => allEngaged),
  ];
  const sentence = say('compare.effect-say', {
    a: both[0].noLeaker.probability,
    nameA: a.name,
    b: both[1].noLeaker.probability,
    nameB: b.name,
  });
  return {
    id: 'compare-effect',
    title: say('compare.closes'),
    sentence,
    chart: pairChart([a.name, b.name], pairs, (value) => percent(value, 0), say('compare.raids-axis')),
    columns: ['what', 'aFraction', 'aLowFraction', 'aHighFraction', 'bFraction', 'bLowFraction', 'bHighFraction'],
    rows: pairs.map(({ name, a: x, b: y }) => [name, x!.value, x!.low!, x!.high!, y!.value, y!.low!, y!.high!]),
  };
}

function reasonFigure(a: ComparedCase, b: ComparedCase): Figure | null {
  const both = effects(a, b);
  if (!both) return null;
  const isWarheads = both.some(({ warheads }) => warheads);
  const perRaid = both.map((effect) => {
    const { byReason } = throughOf(effect);
    return (reason: (typeof leakReasons)[number]) => byReason[reason] / effect.trials;
  });
  const shown = leakReasons
    .map((reason) => ({ name: say(`reason.${reason}`), x: perRaid[0](reason), y: perRaid[1](reason) }))
    .filter(({ x, y }) => x > 0 || y > 0)
    .sort((p, q) => q.x + q.y - p.x - p.y);
  if (shown.length === 0) return null;
  const total = (side: 'x' | 'y') => shown.reduce((sum, each) => sum + each[side], 0);
  const found = { a: total('x'), b: total('y'), nameA: a.name, nameB: b.name };
  const sentence = isWarheads ? say('compare.reasons-warheads-say', found) : say('compare.reasons-say', found);
  const title = say(isWarheads ? 'compare.reasons-warheads' : 'compare.reasons');
  return pairFigure({ id: 'compare-leak-reasons', title, sentence }, a, b, shown, {
    words: (value) => count(value, 2),
    axis: short,
    axisTitle: say(isWarheads ? 'compare.reasons-warheads-axis' : 'compare.reasons-axis'),
    columns: ['reason', 'aCount', 'bCount'],
  });
}

function secondsFigure(a: ComparedCase, b: ComparedCase): Figure | null {
  const both = effects(a, b);
  if (!both) return null;
  const steps = BUDGET.filter((time) => both.some(({ times }) => times[time].threatCount > 0 && times[time].p90S > 0));
  if (steps.length === 0) return null;
  const pairs = steps.map((time): Pair => {
    const [x, y] = both.map(({ times }) => {
      const { p10S, medianS, p90S, threatCount } = times[time];
      if (threatCount === 0) return undefined;
      const words = say('figure.times-words', { median: medianS, low: p10S, high: p90S });
      return { value: medianS, low: p10S, high: p90S, words };
    });
    return { name: say(`step.${time}`), ...(x && { a: x }), ...(y && { b: y }) };
  });
  const sentence = say('compare.seconds-say');
  return {
    id: 'compare-seconds',
    title: say('run.seconds'),
    sentence,
    chart: pairChart([a.name, b.name], pairs, (value) => count(value), say('figure.seconds')),
    columns: ['step', 'aP10S', 'aMedianS', 'aP90S', 'bP10S', 'bMedianS', 'bP90S'],
    rows: pairs.map(({ name, a: x, b: y }) => [
      name,
      ...[x, y].flatMap((each): (string | number)[] => (each ? [each.low!, each.value, each.high!] : ['', '', ''])),
    ]),
  };
}

function costFigure(a: ComparedCase, b: ComparedCase): Figure | null {
  const [x, y] = [a.result.cost?.result, b.result.cost?.result];
  if (!x || !y || x.totalMusd + y.totalMusd <= 0) return null;
  const all = pairedElements(x.elements, y.elements)
    .map(({ id, a: left, b: right }) => ({ name: id, x: left?.totalMusd ?? 0, y: right?.totalMusd ?? 0 }))
    .filter((each) => each.x + each.y > 0)
    .sort((p, q) => q.x + q.y - p.x - p.y);
  const shown = [{ name: say('compare.in-all'), x: x.totalMusd, y: y.totalMusd }, ...all];
  const sentence = say('compare.cost-say', { a: x.totalMusd, nameA: a.name, b: y.totalMusd, nameB: b.name });
  return pairFigure({ id: 'compare-cost', title: say('compare.cost'), sentence }, a, b, shown, {
    words: money,
    axis: (value) => count(value / 1000),
    axisTitle: say('figure.busd'),
    columns: ['element', 'aMusd', 'bMusd'],
    most: MOST_ELEMENTS + 1,
  });
}

function partnerFigure(a: ComparedCase, b: ComparedCase): Figure | null {
  const [x, y] = [a.result.dependence, b.result.dependence];
  if (!x || !y || x.money.shares.length + y.money.shares.length === 0) return null;
  const names = [...new Set([...x.money.shares, ...y.money.shares].map(({ name }) => name))];
  const shareOf = (side: typeof x, name: string) =>
    side.money.shares.find((each) => each.name === name)?.shareFraction ?? 0;
  const shown = names
    .map((name) => ({ name: nameIn(name), x: shareOf(x, name), y: shareOf(y, name) }))
    .sort((p, q) => q.x + q.y - p.x - p.y);
  const sentence = say('compare.partners-say', {
    a: x.money.effectiveCount,
    nameA: a.name,
    b: y.money.effectiveCount,
    nameB: b.name,
    pointsA: x.singlePoints.length,
    pointsB: y.singlePoints.length,
  });
  return pairFigure({ id: 'compare-partners', title: say('compare.partners'), sentence }, a, b, shown, {
    words: (value) => percent(value),
    axis: (value) => percent(value, 0),
    axisTitle: say('compare.money-axis'),
    columns: ['partner', 'aFraction', 'bFraction'],
    most: MOST_PARTNERS,
  });
}

interface Drawing {
  words: (value: number) => string;
  axis: (value: number) => string;
  axisTitle: string;
  columns: string[];
  /** Rows that are drawn; the table has all. */
  most?: number;
}

function pairFigure(
  { id, title, sentence }: Pick<Figure, 'id' | 'title' | 'sentence'>,
  a: ComparedCase,
  b: ComparedCase,
  rows: readonly { name: string; x: number; y: number }[],
  { words, axis, axisTitle, columns, most = rows.length }: Drawing,
): Figure {
  const value = (each: number) => ({ value: each, words: each === 0 ? say('part.none') : words(each) });
  const pairs = rows.slice(0, most).map(({ name, x, y }) => ({ name, a: value(x), b: value(y) }));
  const chart = pairChart([a.name, b.name], pairs, axis, axisTitle);
  return { id, title, sentence, chart, columns, rows: rows.map(({ name, x, y }) => [name, x, y]) };
}

function effects(a: ComparedCase, b: ComparedCase): [EffectSummary, EffectSummary] | null {
  const [x, y] = [a.result.effect, b.result.effect];
  return x && y ? [x, y] : null;
}
