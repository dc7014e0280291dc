import type { Walk, WalkEnd, WalkStep } from '../flow/reconcile.ts';
import { type Code, type Said, said } from '../flow/said.ts';
import { count } from '../words/numbers.ts';
import { hasCode, say, tell } from '../words/words.ts';

/** Steps that the sentence names one by one. */
const NAMED = 4;
/** From here on billions are told without digits behind the point. */
const WHOLE_BUSD = 100;

/** Of a step whose value is too long for a line: what it touches is told alone. */
const AS_SECOND: Code = 'reconcile.as-second';

/** One row of the waterfall: a total, or what is added to the row before. */
export interface WaterfallRow {
  /** Total: a bar from zero. Step: a changed assumption. Miss: what is not explained. */
  kind: 'total' | 'step' | 'miss';
  name: string;
  /** What changes, such as `3 years to 20 years`. */
  change: string;
  /** What it adds; of a total, the total. */
  musd: number;
  /** Total after it. */
  totalMusd: number;
  step?: WalkStep;
}

/** The walk row by row: the first total, what its numbers do not explain, the steps, the same at the end, the second total. */
export function waterfallRows({ from, to, steps }: Walk): WaterfallRow[] {
  const total = (end: WalkEnd): WaterfallRow => {
    const musd = end.publishedMusd ?? end.engineMusd;
    return { kind: 'total', name: totalName(end), change: '', musd, totalMusd: musd };
  };
  const miss = ({ name }: WalkEnd, musd: number, totalMusd: number): WaterfallRow[] =>
    Math.abs(musd) < 0.5 ? [] : [{ kind: 'miss', name: say('reconcile.miss', { name }), change: '', musd, totalMusd }];
  return [
    total(from),
    ...miss(from, -from.missMusd, from.engineMusd),
    ...steps.map((step): WaterfallRow => {
      const { before, after } = step;
      const change = after.code === AS_SECOND ? tell(before) : say('reconcile.change', { before, after });
      return { kind: 'step', name: stepName(step), change, musd: step.effectMusd, totalMusd: step.totalMusd, step };
    }),
    ...miss(to, to.missMusd, to.engineMusd + to.missMusd),
    total(to),
  ];
}

function totalName({ name, publishedMusd, lowMusd: low, highMusd: high }: WalkEnd): string {
  if (publishedMusd === undefined) return say('reconcile.scenario-total', { name });
  if (low === undefined && high === undefined) return say('reconcile.published', { name });
  return say('reconcile.published-range', { name, low: low ?? publishedMusd, high: high ?? publishedMusd });
}

/** `scope: glide-phase layer`. */
function stepName({ code, subject }: Pick<WalkStep, 'code' | 'subject'>): string {
  const step = say(`reconcile.code-${code}`);
  if (subject === undefined) return step;
  const known = `reconcile.subject-${subject}`;
  return say('reconcile.step-subject', { step, subject: hasCode(known) ? tell({ code: known }) : subject });
}

/** Millions of dollars in billions, with a sign where it is wanted. */
export function busd(musd: number, isSigned = false): string {
  const size = Math.abs(musd) / 1000;
  const text = count(size, size >= WHOLE_BUSD || Number.isInteger(size) ? 0 : 1);
  const isZero = Number(size.toFixed(1)) === 0;
  return `${isZero ? '' : musd < 0 ? '−' : isSigned ? '+' : ''}${text}`;
}

function billions(musd: number): string {
  return say('reconcile.billions', { busd: busd(Math.abs(musd)) });
}

/** The walk in a sentence: what the largest steps do, what is left, about what nothing is stated. */
export function walkSentence(walk: Walk): string {
  const { differenceMusd, residualMusd } = walk;
  return say('reconcile.sentence', {
    difference: busd(differenceMusd),
    order: walk.steps.some(hangsOnOrder) ? said('reconcile.in-order') : '',
    explained: explained(walk),
    residual: residual(differenceMusd, residualMusd, walk),
    silent: silent(walk),
  }).trim();
}

/** Whether another order of the steps would change what this one does, in billions as they are told. */
export function hangsOnOrder({ lowMusd, highMusd }: WalkStep): boolean {
  return busd(lowMusd) !== busd(highMusd);
}

function explained({ steps }: Walk): Said {
  if (steps.length === 0) return said('reconcile.steps-none');
  const bySize = [...steps].sort((a, b) => Math.abs(b.effectMusd) - Math.abs(a.effectMusd));
  const most = steps.length > NAMED + 1 ? NAMED : steps.length;
  const rest = bySize.slice(most);
  const list = bySize.slice(0, most).map((step) => part(stepName(step), step.effectMusd));
  if (rest.length > 0) {
    const name = say('reconcile.rest-of-steps', { count: rest.length });
    list.push(
      part(
        name,
        rest.reduce((sum, { effectMusd }) => sum + effectMusd, 0),
      ),
    );
  }
  return said('reconcile.steps', { list });
}

function part(name: string, musd: number): Said {
  return said('reconcile.explains', { name, amount: busd(musd, true) });
}

function residual(differenceMusd: number, residualMusd: number, { from, to }: Walk): Said {
  if (Math.abs(residualMusd) <= from.roundingMusd + to.roundingMusd) return said('reconcile.residual-none');
  const isBeyond = residualMusd * differenceMusd < 0;
  return said(isBeyond ? 'reconcile.residual-beyond' : 'reconcile.residual', { amount: busd(residualMusd, true) });
}

function silent({ from, to }: Walk): Said | '' {
  const codes = ({ silent: list }: WalkEnd) => list.map((code) => said(`reconcile.code-${code}`));
  if (from.publishedMusd === undefined) return '';
  if (from.silent.length > 0 && to.silent.length > 0)
    return said('reconcile.silent-both', {
      from: from.name,
      fromCodes: codes(from),
      to: to.name,
      toCodes: codes(to),
    });
  const one = [from, to].find((end) => end.silent.length > 0);
  return one ? said('reconcile.silent-one', { name: one.name, codes: codes(one) }) : said('reconcile.silent-none');
}

/** For each end that the cost model misses by more than its rounding: by how much, and why. */
export function missSentences(ends: readonly Pick<WalkEnd, 'name' | 'engineMusd' | 'missMusd' | 'why'>[]): string[] {
  return ends.flatMap(({ name, engineMusd, missMusd, why }) => {
    if (!why) return [];
    const side = said(missMusd < 0 ? 'reconcile.side-above' : 'reconcile.side-below');
    return [say('reconcile.misses', { name, engine: billions(engineMusd), side, miss: billions(missMusd), why })];
  });
}

/** What is the same at both ends because only one states it; empty where there is nothing. */
export function heldSentence({ held }: Walk): string {
  if (held.length === 0) return '';
  const list = held.map(({ code, value, by }) =>
    said('reconcile.held-one', { code: said(`reconcile.code-${code}`), value, by }),
  );
  return say('reconcile.held', { list });
}

/** How many orders n steps can be taken in. */
export function ordersOf({ steps }: Walk): string {
  return count(steps.reduce((product, _, i) => product * (i + 1), 1));
}
