import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { ClaimPlan } from '../flow/claim.ts';
import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { firstDay } from '../num/dates.ts';
import { campaignPlan } from '../programme/campaign-plan.ts';
import { costOf } from '../programme/cost.ts';
import { monthOf } from '../programme/month-of.ts';
import type { WrittenClaim } from './claim-schema.ts';
import { meantMusd } from './in-billions.ts';
import type { MergeContext } from './merge.ts';

/** The claims of a scenario; adds what is wrong with their names to the problems of the context. */
export function claimPlans(written: readonly WrittenClaim[] | undefined, context: MergeContext): ClaimPlan[] {
  const { catalog, document, problems } = context;
  const seen = new Map<string, number>();
  return (written ?? []).map((claim, i) => {
    const { id = `claim-${i + 1}`, source } = claim;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else {
      const twice = said('problem.id-used', { id, first: `claims[${first}]` });
      problems.push(problemAt(document, ['claims', i, 'id'], 'duplicate-id', twice));
    }
    if (source !== 'scenario' && !Object.hasOwn(catalog.sources, source)) {
      const unknown = said('problem.no-source', { id: source, hint: suggestion(source, Object.keys(catalog.sources)) });
      problems.push(problemAt(document, ['claims', i, 'source'], 'unknown-source', unknown));
    }
    return { ...claim, id, ...claimLimits(claim) };
  });
}

/** Date and shares as the answers have them. */
export function claimLimits({ byDate, standing }: Pick<WrittenClaim, 'byDate' | 'standing'>) {
  return {
    byDate: byDate === undefined ? undefined : firstDay(byDate),
    standing:
      typeof standing === 'number'
        ? [{ fraction: standing }]
        : standing && Object.entries(standing).map(([element, fraction]) => ({ element, fraction })),
  };
}

/**
 * What makes a claim one that this programme cannot answer: a date outside its horizon, an element that it does not count, money where
 * nothing has a price or that looks like billions.
 *
 * @param pathOf where the key of a claim stands, for messages
 */
export function claimProblems(
  architecture: Architecture,
  claims: readonly ClaimPlan[],
  pathOf: (claim: number, key: string) => string,
): Problem[] {
  if (claims.length === 0) return [];
  const problems: Problem[] = [];
  const { startYear, horizonYr } = architecture.analysis;
  const cost = claims.some(({ musd }) => musd !== undefined) ? costOf(architecture) : undefined;
  const counted = campaignPlan(architecture).elements.map(({ id }) => id);
  claims.forEach(({ byDate, musd, standing }, i) => {
    const add = (key: string, code: string, sentence: Problem['said']) =>
      problems.push({ code, path: pathOf(i, key), said: sentence });
    if (byDate !== undefined && !isWithin(architecture, byDate))
      add(
        'byDate',
        'date-outside',
        said('problem.claim-date', { from: startYear, to: startYear + horizonYr, date: byDate }),
      );
    for (const { element } of standing ?? [])
      if (element === undefined ? counted.length === 0 : !counted.includes(element))
        add(
          element === undefined ? 'standing' : `standing.${element}`,
          'unknown-element',
          said('problem.claim-element', {
            id: element ?? '*',
            hint: element === undefined ? '' : suggestion(element, counted),
            known: counted.length > 0 ? counted : said('command.none'),
          }),
        );
    if (musd === undefined || !cost) return;
    if (!(cost.totalMusd > 0)) add('musd', 'no-price', said('problem.claim-no-price', { ids: pricedIds(cost) }));
    const meant = meantMusd(musd, cost.totalMusd);
    if (meant !== undefined)
      add('musd', 'wrong-unit', said('problem.claim-unit', { musd, totalMusd: cost.totalMusd, meant }));
  });
  return problems;
}

/** What should have a price. */
function pricedIds({ elements }: ReturnType<typeof costOf>): string[] | Problem['said'] {
  return elements.length > 0 ? elements.map(({ id }) => id) : said('command.none');
}

function isWithin(architecture: Architecture, date: string): boolean {
  try {
    monthOf(architecture, date);
    return true;
  } catch {
    return false;
  }
}
