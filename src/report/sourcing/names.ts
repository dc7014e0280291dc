import type { PlanModel } from '../../flow/partner-plan.ts';
import { type Code, type Said, said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { hasCode } from '../../words/words.ts';

/** A fleet in the middle of a sentence; where its function has several, with the element that tells it from the others. */
export function fleetName({ fleets }: PlanModel, f: number): Said {
  const { functionId, name, elements } = fleets[f];
  const word = functionName(functionId, name);
  const isAlone = fleets.filter((each) => each.functionId === functionId).length === 1;
  return isAlone ? word : said('fleet.of', { name: word, element: elements[0] ?? '' });
}

/** A function in the middle of a sentence; one that the words do not know has its own name. */
export function functionName(id: string, name: string): Said {
  const code = `fleet.${id}`;
  return hasCode(code) ? said(code as Code & 'fleet.launch') : said('fleet.other', { name });
}

/** Name of a partner that makes, lifts or can be lost. */
export function partnerName({ makers, cases }: PlanModel, id: string): string {
  const maker = makers.find(({ partner }) => partner === id);
  return maker?.name ?? cases.find(({ roots }) => roots.length === 1 && roots[0] === id)?.name ?? id;
}

/** Whoever is gone in a loss case. */
export function lostName({ cases }: PlanModel, c: number): Said {
  return said('sourcing.who', { name: cases[c]?.name ?? '' });
}

/** What keeps a loss from being stood. */
export type Bottleneck = 'launch' | 'makers' | 'nobody' | 'money';

/**
 * What is short after a loss: money where most would be there without a limit on it; makers where those who are left make less of the fleet that is shortest than keeping the share of it takes;
 * launches otherwise.
 */
export function bottleneckOf({ model, losses }: SourcingResult, c: number): Bottleneck {
  const { keptFraction, shortYr, moneyShortYr = 0 } = losses.robust.find((each) => each.case === c)!;
  if (shortYr > 0 && moneyShortYr > shortYr / 2) return 'money';
  const least = keptFraction.map((kept) => Math.min(...kept));
  const f = least.indexOf(Math.min(...least));
  const { lifeYr, standingFraction } = model.fleets[f];
  const left = model.makers.reduce(
    (sum, { fleet, perYr, leftFraction }) => (fleet === f ? sum + perYr * leftFraction[c] : sum),
    0,
  );
  if (left <= 0) return 'nobody';
  return left < (model.lossFraction * standingFraction.at(-1)!) / lifeYr ? 'makers' : 'launch';
}
