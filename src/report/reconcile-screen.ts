import type { EstimateLine, EstimateMatrix, Walk } from '../flow/reconcile.ts';
import { count, plain } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import {
  busd,
  hangsOnOrder,
  heldSentence,
  missSentences,
  ordersOf,
  type WaterfallRow,
  walkSentence,
  waterfallRows,
} from './reconcile-lines.ts';
import { heading, type Style, table, wrap } from './text.ts';

const WIDEST = 120;
const BAR = 24;
/** A bar stands beside the table where the terminal is at least as wide. */
const BAR_COLUMNS = 110;

/** `cupola reconcile A B`: the walk in a sentence and as a waterfall. */
export function walkScreen(walk: Walk, style: Style, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const rows = waterfallRows(walk);
  const hasBar = columns >= BAR_COLUMNS;
  const head = ['step', 'before', 'effect', 'total', 'orders'] as const;
  const words = head.map((key) => (key === 'before' ? '' : say(`reconcile.head-${key}`)));
  const bars = hasBar ? barsOf(rows) : [];
  const cells = rows.map((row, i) => [
    row.kind === 'step' ? row.name : style.bold(row.name),
    row.change,
    row.kind === 'total' ? '' : busd(row.musd, true),
    busd(row.totalMusd),
    orderWords(row),
    ...(hasBar ? [bars[i]] : []),
  ]);
  const notes = [...missSentences([walk.from, walk.to]), heldSentence(walk)].filter(Boolean);
  return [
    style.bold(wrap(walkSentence(walk), width)),
    heading(`${say('reconcile.title', { from: walk.from.name, to: walk.to.name })} (${say('reconcile.busd')})`, style),
    table([...words, ...(hasBar ? [''] : [])], cells, ['left', 'left', 'right', 'right', 'left'], style),
    '',
    ...notes.map((line) => wrap(line, width, 2)),
    style.dim(wrap(say('reconcile.foot', { orders: ordersOf(walk) }), width, 2)),
  ].join('\n');
}

/** Least, most and mean over all orders; nothing where the order makes no difference. */
function orderWords({ step }: WaterfallRow): string {
  if (!step || !hangsOnOrder(step)) return '';
  const [low, high, mean] = [step.lowMusd, step.highMusd, step.meanMusd].map((musd) => busd(musd, true));
  return say('reconcile.orders', { low: low, high: high, mean: mean });
}

/** Bars of characters on one scale: totals from zero, the others from the total before them. */
function barsOf(rows: readonly WaterfallRow[]): string[] {
  const most = Math.max(...rows.flatMap(({ totalMusd, musd }) => [totalMusd, totalMusd - musd]));
  const place = (musd: number) => Math.round((Math.max(0, musd) / most) * BAR);
  return rows.map(({ kind, musd, totalMusd }) => {
    const before = kind === 'total' ? 0 : totalMusd - musd;
    const [start, end] = [place(Math.min(before, totalMusd)), place(Math.max(before, totalMusd))];
    const mark = kind === 'total' ? '█' : kind === 'miss' ? '░' : musd < 0 ? '▒' : '▓';
    return ' '.repeat(start) + mark.repeat(Math.max(1, end - start));
  });
}

/** `cupola reconcile --all`: every estimate on a line. */
export function matrixScreen(
  { estimates, priceYear }: EstimateMatrix,
  lenderName: string,
  style: Style,
  columns: number,
): string {
  const width = Math.min(columns, WIDEST);
  const heads = ['estimate', 'published', 'years', 'interceptors', 'slot', 'missile', 'further', 'engine'] as const;
  const head = [...heads.map((key) => say(`reconcile.head-${key}`))];
  head.splice(2, 0, say('reconcile.head-today', { year: String(priceYear) }));
  const misses = missSentences(estimates.filter(isComputed));
  return [
    style.bold(say('reconcile.all-title', { count: estimates.length, year: String(priceYear) })),
    table(head, estimates.map(lineCells), ['left', ...head.slice(1).map(() => 'right' as const)], style),
    heading(say('reconcile.side-misses'), style),
    ...misses.map((line) => wrap(line, width, 2)),
    '',
    style.dim(wrap(say('reconcile.all-foot', { lender: lenderName }), width, 2)),
  ].join('\n');
}

function isComputed(line: EstimateLine): line is EstimateLine & { engineMusd: number; missMusd: number } {
  return line.engineMusd !== undefined;
}

function lineCells(line: EstimateLine): string[] {
  const cell = (value: number | undefined, tell: (value: number) => string) =>
    value === undefined ? '-' : tell(value);
  const { publishedMusd, highMusd } = line;
  const isLent = line.why?.code === 'reconcile.why-borrowed';
  return [
    line.name,
    cell(publishedMusd, (musd) => (highMusd === undefined ? busd(musd) : `${busd(musd)}-${busd(highMusd)}`)),
    cell(line.todayMusd, busd),
    cell(line.horizonYr, plain),
    cell(line.interceptorCount, count),
    cell(line.perSlotMusd, (musd) => count(musd)),
    cell(line.perMissileCount, (each) => count(each)),
    cell(line.furtherMissileMusd, busd),
    cell(line.engineMusd, (musd) => `${busd(musd)}${isLent ? '*' : ''}`),
  ];
}
