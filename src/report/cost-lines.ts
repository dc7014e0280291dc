import {
  type AnnouncedLine,
  type BudgetLayer,
  type CostCategory,
  type CostResult,
  type CostUncertainty,
  isPriced,
  type TornadoRow,
} from '../flow/cost.ts';
import { type Said, said } from '../flow/said.ts';
import { count, range as fromTo, isWide, percent, short } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { heading, type Style, table } from './text.ts';

const MOST_ELEMENTS = 12;
const MOST_SWINGS = 5;
const ELEMENT_HEAD = ['element', 'units', 'bought', 'each-musd', 'busd', 'range80', 'share'] as const;

/** The cost on a terminal: total with its range, elements, categories, announced prices, what moves it most. */
export function costLines(cost: CostResult, style: Style, uncertainty?: CostUncertainty): string {
  const parts = [
    heading(say('money.title'), style),
    isPriced(cost) ? totalSentence(cost, uncertainty) : `  ${say('joint.unpriced')}`,
    elementTable(cost, style, uncertainty),
    categorySentence(cost),
  ];
  if (uncertainty && isPriced(cost)) {
    parts.push(...uncertainty.announced.map((line) => announcedSentence(line, cost, isWide(uncertainty.totalMusd))));
    if (uncertainty.tornado.length > 0) parts.push(tornadoTable(uncertainty.tornado, style));
  }
  parts.push(...cost.notes.map((note) => style.dim(`  ${tell(note)}`)));
  return parts.filter((part) => part !== '').join('\n');
}

function totalSentence({ totalMusd, years, priceYear, startYear }: CostResult, uncertainty?: CostUncertainty): string {
  const span = said('money.span', { from: startYear, to: startYear + years - 1, year: priceYear });
  return `  ${tell(totalWords({ total: totalMusd, span }, uncertainty))}`;
}

function totalWords(total: { total: number; span: Said }, uncertainty?: CostUncertainty): Said {
  if (!uncertainty) return said('money.total', total);
  const { p10, p50, p90 } = uncertainty.totalMusd;
  if (isWide(uncertainty.totalMusd)) return said('money.total-ranged', { ...total, p10, p50, p90 });
  return said(uncertainty.tornado.length > 0 ? 'money.total-moved' : 'money.total-unmoved', total);
}

function elementTable(cost: CostResult, style: Style, uncertainty?: CostUncertainty): string {
  const sorted = [...cost.elements].filter(({ totalMusd }) => totalMusd > 0).sort((a, b) => b.totalMusd - a.totalMusd);
  if (sorted.length === 0) return '';
  const ranges = new Map(uncertainty?.elements.map(({ id, totalMusd }) => [id, totalMusd]));
  const rows = sorted.slice(0, MOST_ELEMENTS).map(({ id, unitCount, boughtCount, meanUnitMusd, totalMusd }) => {
    const range = ranges.get(id);
    return [
      id,
      count(unitCount),
      boughtCount > 0 ? count(boughtCount) : '',
      meanUnitMusd > 0 ? short(meanUnitMusd) : '',
      billions(totalMusd),
      range && isWide(range) ? fromTo(billions(range.p10), billions(range.p90)) : '',
      percent(totalMusd / cost.totalMusd, 0),
    ];
  });
  const rest = sorted.slice(MOST_ELEMENTS);
  const restMusd = rest.reduce((sum, { totalMusd }) => sum + totalMusd, 0);
  if (rest.length > 0)
    rows.push([
      say('part.more', { count: rest.length }),
      '',
      '',
      '',
      billions(restMusd),
      '',
      percent(restMusd / cost.totalMusd, 0),
    ]);
  const head = ELEMENT_HEAD.map((key) => say(`head.${key}`));
  return table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right'], style);
}

function categorySentence({ categoryMusd, totalMusd }: CostResult): string {
  const parts = (Object.entries(categoryMusd) as [CostCategory, number][])
    .filter(([, musd]) => musd > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([key, musd]) => {
      const part = { category: said(`category.${key}`), share: musd / totalMusd };
      return musd < 0.01 * totalMusd ? said('category.small-share', part) : said('category.share', part);
    });
  return parts.length > 0 ? `  ${say('money.of-which', { parts })}` : '';
}

function announcedSentence(line: AnnouncedLine, { startYear, years }: CostResult, isDrawn: boolean): string {
  const { name, budgetMusd: budget, shareRatio: share, dueMusd: due, untilYear: until, spentYear } = line;
  const spent =
    spentYear === undefined
      ? said('money.lasts', { year: startYear + years - 1 })
      : said('money.spent', { year: spentYear });
  const words = { budget, name, due, until, chance: isDrawn ? chanceUnder(line) : '', spent };
  return `  ${share >= 1 ? say('money.announced-enough', words) : say('money.announced-part', { ...words, share })}`;
}

function chanceUnder({ underProbability, underLowProbability, underHighProbability }: AnnouncedLine): Said {
  if (underProbability === 0) return said('money.none-under', { high: underHighProbability });
  if (underProbability === 1) return said('money.all-under', { low: underLowProbability });
  return said('money.under', { share: underProbability });
}

function tornadoTable(rows: TornadoRow[], style: Style): string {
  const body = rows
    .slice(0, MOST_SWINGS)
    .map(({ element, path, low, high, totalAtLowMusd, totalAtHighMusd }) => [
      `${element}.${path}`,
      fromTo(short(low), short(high)),
      billions(totalAtLowMusd),
      billions(totalAtHighMusd),
    ]);
  const head = (['moves-most', 'range', 'at-low', 'at-high'] as const).map((key) => say(`head.${key}`));
  return `\n${table(head, body, ['left', 'right', 'right', 'right'], style)}`;
}

/** The largest layer for a budget, in sentences. */
export function budgetLines(layer: BudgetLayer, style: Style): string {
  const { budgetMusd, restMusd: rest, affordable, satelliteCount, scaleRatio, totalMusd, shells, raidCount } = layer;
  const head = heading(say('money.with', { budget: budgetMusd }), style);
  if (!affordable) return `${head}\n  ${say('money.buys-none', { rest })}`;
  const grid = shells.map(({ planes, satellitesPerPlane }) => `${planes} x ${satellitesPerPlane}`);
  const raid = raidCount === undefined ? '' : said('money.engages', { count: raidCount });
  const words = say('money.buys', { count: satelliteCount, share: scaleRatio, grid, rest, total: totalMusd, raid });
  return `${head}\n  ${words}`;
}

/** Budgets and what each buys. */
export function budgetTable(layers: BudgetLayer[], style: Style): string {
  const rows = layers.map(({ budgetMusd, satelliteCount, scaleRatio, totalMusd, raidCount }) => [
    billions(budgetMusd),
    satelliteCount > 0 ? count(satelliteCount) : say('part.none'),
    percent(scaleRatio, 0),
    billions(totalMusd),
    raidCount === undefined ? '' : count(raidCount),
  ]);
  const keys = ['budget', 'space-interceptors', 'of-scenario', 'total', 'raid-engaged'] as const;
  const head = keys.map((key) => say(`head.${key}`));
  return table(head, rows, ['right', 'right', 'right', 'right', 'right'], style);
}

function billions(musd: number): string {
  return short(musd / 1000);
}
