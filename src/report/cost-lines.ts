import type {
  AnnouncedLine,
  BudgetLayer,
  CostCategory,
  CostResult,
  CostUncertainty,
  TornadoRow,
} from '../flow/cost.ts';
import { tell } from '../words/words.ts';
import { count, isWide, money, percent, short } from './number.ts';
import { heading, type Style, table } from './text.ts';

/** Categories as a reader says them. */
export const categoryNames: Record<CostCategory, string> = {
  development: 'development',
  procurement: 'first set',
  launch: 'its launch',
  replacement: 'replacement',
  'replacement-launch': 'launch of replacements',
  operations: 'operations',
  sites: 'sites',
  service: 'bought as a service',
  terminals: 'extra terminals',
  residual: 'not broken down',
};

const MOST_ELEMENTS = 12;
const MOST_SWINGS = 5;

/** The cost on a terminal: total with its range, elements, categories, announced prices, what moves it most. */
export function costLines(cost: CostResult, style: Style, uncertainty?: CostUncertainty): string {
  const parts = [
    heading('Cost', style),
    totalSentence(cost, uncertainty),
    elementTable(cost, style, uncertainty),
    categorySentence(cost),
  ];
  if (uncertainty) {
    parts.push(...uncertainty.announced.map((line) => announcedSentence(line, cost, isWide(uncertainty.totalMusd))));
    if (uncertainty.tornado.length > 0) parts.push(tornadoTable(uncertainty.tornado, style));
  }
  parts.push(...cost.notes.map((note) => style.dim(`  ${tell(note)}`)));
  return parts.filter((part) => part !== '').join('\n');
}

function totalSentence({ totalMusd, years, priceYear, startYear }: CostResult, uncertainty?: CostUncertainty): string {
  const span = `${startYear} to ${startYear + years - 1}, in dollars of ${priceYear}`;
  if (!uncertainty) return `  ${money(totalMusd)}, ${span}`;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  if (!isWide(uncertainty.totalMusd)) {
    const moved =
      uncertainty.tornado.length > 0
        ? 'inputs with ranges move it by less than is shown'
        : 'no input with a range moves it';
    return `  ${money(totalMusd)}, ${span}; ${moved}`;
  }
  return `  ${money(totalMusd)} as estimated, ${span}; with ranges ${money(p50)}, 80 % between ${money(p10)} and ${money(p90)}`;
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
      range && isWide(range) ? `${billions(range.p10)} - ${billions(range.p90)}` : '',
      percent(totalMusd / cost.totalMusd, 0),
    ];
  });
  const rest = sorted.slice(MOST_ELEMENTS);
  const restMusd = rest.reduce((sum, { totalMusd }) => sum + totalMusd, 0);
  if (rest.length > 0)
    rows.push([`${rest.length} more`, '', '', '', billions(restMusd), '', percent(restMusd / cost.totalMusd, 0)]);
  const head = ['element', 'units', 'bought', 'M$ each', 'B$', '80 % range', 'share'];
  return table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right'], style);
}

function categorySentence({ categoryMusd, totalMusd }: CostResult): string {
  const parts = (Object.entries(categoryMusd) as [CostCategory, number][])
    .filter(([, musd]) => musd > 0)
    .sort((a, b) => b[1] - a[1])
    .map(
      ([category, musd]) => `${categoryNames[category]} ${percent(musd / totalMusd, musd < 0.01 * totalMusd ? 1 : 0)}`,
    );
  return parts.length > 0 ? `  Of which ${parts.join(', ')}.` : '';
}

function announcedSentence(line: AnnouncedLine, { startYear, years }: CostResult, isDrawn: boolean): string {
  const { name, budgetMusd, shareRatio, underProbability, underHighProbability, spentYear } = line;
  const share = shareRatio >= 1 ? 'is enough for the estimate' : `buys ${percent(shareRatio, 0)} of it`;
  const chance = !isDrawn
    ? ''
    : underProbability === 0
      ? `; no trial stays under it (at most ${percent(underHighProbability)})`
      : `; probability of staying under it ${percent(underProbability, 0)}`;
  const spent = spentYear === undefined ? `lasts past ${startYear + years - 1}` : `spent during ${spentYear}`;
  return `  ${money(budgetMusd)} (${tell(name)}) ${share}${chance}; ${spent}.`;
}

function tornadoTable(rows: TornadoRow[], style: Style): string {
  const body = rows
    .slice(0, MOST_SWINGS)
    .map(({ element, path, low, high, totalAtLowMusd, totalAtHighMusd }) => [
      `${element}.${path}`,
      `${short(low)} - ${short(high)}`,
      billions(totalAtLowMusd),
      billions(totalAtHighMusd),
    ]);
  const head = ['what moves the total most', 'range', 'B$ at low', 'B$ at high'];
  return `\n${table(head, body, ['left', 'right', 'right', 'right'], style)}`;
}

/** The largest layer for a budget, in sentences. */
export function budgetLines(layer: BudgetLayer, style: Style): string {
  const { budgetMusd, restMusd, affordable, satelliteCount, scaleRatio, totalMusd, shells, raidCount } = layer;
  const head = heading(`With ${money(budgetMusd)}`, style);
  if (!affordable)
    return `${head}\n  buys no space-interceptor layer: the rest of the architecture alone costs ${money(restMusd)}.`;
  const grid = shells.map(({ planes, satellitesPerPlane }) => `${planes} x ${satellitesPerPlane}`).join(', ');
  const raid = raidCount === undefined ? '' : ` It engages a raid of ${count(raidCount)}.`;
  return `${head}
  ${count(satelliteCount)} space interceptors (${percent(scaleRatio, 0)} of the scenario's; ${grid}), with the rest of the architecture in place
  for ${money(restMusd)}: ${money(totalMusd)} in all.${raid}`;
}

/** Budgets and what each buys. */
export function budgetTable(layers: BudgetLayer[], style: Style): string {
  const rows = layers.map(({ budgetMusd, satelliteCount, scaleRatio, totalMusd, raidCount }) => [
    billions(budgetMusd),
    satelliteCount > 0 ? count(satelliteCount) : 'none',
    percent(scaleRatio, 0),
    billions(totalMusd),
    raidCount === undefined ? '' : count(raidCount),
  ]);
  const head = ['budget B$', 'space interceptors', "of the scenario's", 'total B$', 'raid engaged'];
  return table(head, rows, ['right', 'right', 'right', 'right', 'right'], style);
}

function billions(musd: number): string {
  return short(musd / 1000);
}
