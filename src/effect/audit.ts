import type { Architecture } from '../flow/architecture.ts';
import type { Audit, AuditLine, AuditSplit } from '../flow/audit.ts';
import type { JointTable } from '../flow/joint.ts';
import { outerShareVariance } from '../num/nested.ts';
import { drawnCells, type InputShare, inputShares } from './joint-answer.ts';

/**
 * Every number by the share of the spread of the headline that it explains alone, beside what it rests on.
 *
 * Shares are those of the causes: of the chance that nothing gets through and of the money spent at a date, over the draws.
 *
 * @param date one of the dates of the table
 */
export function auditOf(table: JointTable, { uses, sources }: Architecture, date: string): Audit {
  const cells = drawnCells(table, table.dates.indexOf(date));
  const chances = cells.map(({ noLeakerCount, raids }) => noLeakerCount / raids);
  const outer = table.raids >= 2 ? outerShareVariance(chances, table.raids) : undefined;
  const noLeaker = inputShares(table, chances, outer);
  const spent = inputShares(
    table,
    cells.map(({ spentMusd }) => spentMusd),
  );
  const lines = new Map<string, AuditLine>();
  const add = (list: readonly InputShare[], key: 'noLeakerFraction' | 'spentFraction') => {
    for (const { cause, isSure } of list) {
      if (!isSure) continue;
      const { share, ...number } = cause;
      const { kind, seen } = sources[cause.source] ?? {};
      const line = lines.get(cause.path) ?? {
        ...number,
        ...(kind && { sourceKind: kind }),
        ...(seen && { seen }),
        noLeakerFraction: 0,
        spentFraction: 0,
      };
      lines.set(cause.path, { ...line, [key]: share });
    }
  };
  add(noLeaker.shares, 'noLeakerFraction');
  add(spent.shares, 'spentFraction');
  const fixed = uses.filter(({ low, high }) => low === undefined || high === undefined || !(high > low));
  return {
    date,
    drawsCount: table.draws,
    raidsCount: table.raids,
    noLeaker: splitOf(noLeaker),
    spent: splitOf(spent),
    lines: [...lines.values()].sort((a, b) => weightOf(b) - weightOf(a) || (a.path < b.path ? -1 : 1)),
    lightCount: table.inputs.length - lines.size,
    fixedCount: fixed.length,
    fixedAssumptionCount: fixed.filter(({ basis }) => basis === 'assumption').length,
  };
}

function weightOf({ noLeakerFraction, spentFraction }: AuditLine): number {
  return Math.max(noLeakerFraction, spentFraction);
}

function splitOf({ shares, floor }: ReturnType<typeof inputShares>): AuditSplit {
  const byBasis: AuditSplit['byBasis'] = { stated: 0, 'second-hand': 0, derived: 0, estimate: 0, assumption: 0 };
  for (const { cause, isSure } of shares) if (isSure) byBasis[cause.basis] += cause.share;
  const explainedFraction = Object.values(byBasis).reduce((sum, share) => sum + share, 0);
  return { byBasis, explainedFraction, floorFraction: floor };
}
