import type { EstimateMatrix, Walk } from '../../flow/reconcile.ts';
import { tell } from '../../words/words.ts';
import { waterfallRows } from '../reconcile-lines.ts';
import { type TidyTable, tidyTable } from './tidy-table.ts';

/** The rows of a walk; money in millions of dollars. */
export function walkTable(walk: Walk): TidyTable {
  return tidyTable('walk', 'one total, step or miss of the walk', waterfallRows(walk), [
    ['kind', 'text', 'total, step or miss', ({ kind }) => kind],
    ['code', 'text', 'the changed assumption', ({ step }) => step?.code],
    ['name', 'text', 'in words', ({ name }) => name],
    ['before', 'text', 'what it is at the start', ({ step }) => step && tell(step.before)],
    ['after', 'text', 'what it is at the end', ({ step }) => step && tell(step.after)],
    ['effectMusd', 'number', 'what it adds at its place', ({ kind, musd }) => (kind === 'total' ? undefined : musd)],
    ['lowMusd', 'number', 'the least over all orders', ({ step }) => step?.lowMusd],
    ['highMusd', 'number', 'the most over all orders', ({ step }) => step?.highMusd],
    ['meanMusd', 'number', 'mean over all orders (Shapley value)', ({ step }) => step?.meanMusd],
    ['totalMusd', 'number', 'total after it', ({ totalMusd }) => totalMusd],
  ]);
}

/** Every estimate; money in millions of dollars. */
export function estimateTable({ estimates }: EstimateMatrix): TidyTable {
  return tidyTable('estimates', 'one published estimate', estimates, [
    ['id', 'text', 'entry of the catalog', ({ id }) => id],
    ['name', 'text', 'in words', ({ name }) => name],
    ['by', 'text', 'who published it', ({ by }) => by],
    ['date', 'text', 'when', ({ date }) => date],
    ['publishedMusd', 'number', 'total', ({ publishedMusd }) => publishedMusd],
    ['lowMusd', 'number', 'low end of the total', ({ lowMusd }) => lowMusd],
    ['highMusd', 'number', 'high end of the total', ({ highMusd }) => highMusd],
    ['priceYear', 'whole', 'year of its dollars', ({ priceYear }) => priceYear],
    ['todayMusd', 'number', 'in dollars of the latest year of all', ({ todayMusd }) => todayMusd],
    ['horizonYr', 'number', 'years that it covers', ({ horizonYr }) => horizonYr],
    ['interceptorCount', 'whole', 'space interceptors in orbit', ({ interceptorCount }) => interceptorCount],
    ['perSlotMusd', 'number', 'total of the largest layer over its interceptors', ({ perSlotMusd }) => perSlotMusd],
    ['perMissileCount', 'number', 'interceptors a missile of the raid', ({ perMissileCount }) => perMissileCount],
    ['furtherMissileMusd', 'number', 'layer total over the missiles', ({ furtherMissileMusd }) => furtherMissileMusd],
    ['engineMusd', 'number', 'what the cost model makes of it', ({ engineMusd }) => engineMusd],
    ['missMusd', 'number', 'published less computed', ({ missMusd }) => missMusd],
    ['silent', 'text', 'assumptions that it does not state', ({ silent }) => silent.join(' ')],
  ]);
}
