import type { BudgetLayer, CostResult, CostUncertainty } from '../flow/cost.ts';
import type { FieldingResult } from '../flow/fielding.ts';

/** A table for a file: columns with units in their names, one row a line. */
export interface DataTable {
  name: string;
  columns: string[];
  rows: (string | number)[][];
}

/** Every table of the cost: by year, element, category, partner, vehicle; with ranges also band, S-curve, tornado. */
export function costTables(cost: CostResult, uncertainty?: CostUncertainty): DataTable[] {
  const { startYear, elements, partners, launches, categoryMusd } = cost;
  const years = cost.yearMusd.map((_, i) => startYear + i);
  const tables: DataTable[] = [
    {
      name: 'cost-by-year',
      columns: ['year', ...elements.map(({ id }) => `${id}Musd`), 'totalMusd'],
      rows: years.map((year, i) => [year, ...elements.map(({ yearMusd }) => yearMusd[i]), cost.yearMusd[i]]),
    },
    {
      name: 'cost-by-element',
      columns: ['element', 'role', 'partner', 'unitCount', 'boughtCount', 'meanUnitMusd', 'totalMusd'],
      rows: elements.map((e) => [
        e.id,
        e.role,
        e.partner ?? '',
        e.unitCount,
        e.boughtCount,
        e.meanUnitMusd,
        e.totalMusd,
      ]),
    },
    { name: 'cost-by-category', columns: ['category', 'totalMusd'], rows: Object.entries(categoryMusd) },
    {
      name: 'cost-by-partner',
      columns: ['year', ...partners.map(({ partner }) => `${partner}Musd`)],
      rows: years.map((year, i) => [year, ...partners.map(({ yearMusd }) => yearMusd[i])]),
    },
    {
      name: 'launches-by-vehicle',
      columns: ['year', ...launches.map(({ vehicle }) => `${vehicle}Count`)],
      rows: years.map((year, i) => [year, ...launches.map(({ launchCounts }) => launchCounts[i])]),
    },
  ];
  return uncertainty ? [...tables, ...uncertaintyTables(uncertainty, startYear)] : tables;
}

function uncertaintyTables({ yearMusd, sCurve, tornado }: CostUncertainty, startYear: number): DataTable[] {
  return [
    {
      name: 'cost-band-by-year',
      columns: ['year', 'p10Musd', 'p50Musd', 'p90Musd', 'meanMusd'],
      rows: yearMusd.map(({ p10, p50, p90, mean }, i) => [startYear + i, p10, p50, p90, mean]),
    },
    {
      name: 'cost-s-curve',
      columns: ['costMusd', 'probability'],
      rows: sCurve.map(({ costMusd, probability }) => [costMusd, probability]),
    },
    {
      name: 'cost-tornado',
      columns: ['element', 'path', 'low', 'value', 'high', 'totalAtLowMusd', 'totalAtHighMusd', 'swingMusd'],
      rows: tornado.map((t) => [
        t.element,
        t.path,
        t.low,
        t.value,
        t.high,
        t.totalAtLowMusd,
        t.totalAtHighMusd,
        t.swingMusd,
      ]),
    },
  ];
}

/** What each budget buys. */
export function budgetData(layers: BudgetLayer[]): DataTable {
  return {
    name: 'layer-by-budget',
    columns: ['budgetMusd', 'satelliteCount', 'scaleRatio', 'restMusd', 'totalMusd', 'raidCount'],
    rows: layers.map((l) => [l.budgetMusd, l.satelliteCount, l.scaleRatio, l.restMusd, l.totalMusd, l.raidCount ?? '']),
  };
}

/** Every table of the fielding: units and capability by month, launches by vehicle and year, binding constraints. */
export function fieldingTables(fielding: FieldingResult): DataTable[] {
  const { elements, vehicles, startYear, capabilityFraction: whole } = fielding;
  const bands = ['p10', 'p50', 'p90'] as const;
  const months = whole.p50.map((_, m) => `${startYear + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`);
  return [
    {
      name: 'fielding-by-month',
      columns: [
        'month',
        ...bands.map((band) => `capability${band.toUpperCase()}Fraction`),
        ...elements.flatMap(({ id }) => bands.map((band) => `${id}${band.toUpperCase()}Count`)),
      ],
      rows: months.map((month, m) => [
        month,
        ...bands.map((band) => whole[band][m]),
        ...elements.flatMap(({ unitCount }) => bands.map((band) => unitCount[band][m])),
      ]),
    },
    {
      name: 'fielding-launches',
      columns: ['year', ...vehicles.map(({ id }) => `${id}Count`)],
      rows: (vehicles[0]?.meanLaunchCounts ?? []).map((_, i) => [
        startYear + i,
        ...vehicles.map(({ meanLaunchCounts }) => meanLaunchCounts[i]),
      ]),
    },
    {
      name: 'fielding-constraints',
      columns: ['period', 'binding', 'shareFraction'],
      rows: fielding.constraints.map(({ period, binding, shareFraction }) => [period, binding, shareFraction[binding]]),
    },
  ];
}
