import type { CostModel } from './cost-model.ts';
import type { ElementYears } from './element-cost.ts';

/** What a reader of the cost must know: what is not priced, what does not fit, which rule stands behind a number. */
export function costNotes(model: CostModel, parts: ElementYears[]): string[] {
  const notes: string[] = [];
  const named = (test: (part: ElementYears, i: number) => boolean) =>
    model.elements.filter((_, i) => test(parts[i], i)).map(({ id }) => id);
  const say = (ids: string[], sentence: string) => {
    if (ids.length > 0) notes.push(`${ids.join(', ')}: ${sentence}`);
  };
  say(
    named(({ byCategory }) => Object.keys(byCategory).length === 0),
    'no price known, counted as 0',
  );
  say(
    named(({ launchUnpriced }) => launchUnpriced),
    'launch not priced: no vehicle or price per kilogram that fits',
  );
  say(
    named(({ shortLaunches }) => shortLaunches.some((n) => n > 0.5)),
    'more launches than the vehicles have in some years, priced on the cheapest',
  );
  say(
    model.elements.filter(({ numbers }) => (numbers.lifeYr ?? 0) > model.years).map(({ id }) => id),
    `life is longer than the horizon of ${model.years} years, so nothing is replaced`,
  );
  say(
    model.elements.filter(({ isSpace, numbers }) => isSpace && numbers.lifeYr === undefined).map(({ id }) => id),
    'no life given, so nothing is replaced',
  );
  say(
    model.elements.filter(({ firstDeliveryYr }) => firstDeliveryYr >= model.years).map(({ id }) => id),
    'first delivery is after the horizon',
  );
  say(
    model.elements.filter(({ launchIncluded }) => launchIncluded).map(({ id }) => id),
    'the unit price includes launch',
  );
  say(
    model.vehicles
      .filter(({ numbers }) => numbers.cadencePerYr === undefined && numbers.cadenceMaxPerYr === undefined)
      .map(({ id }) => id),
    'no launch rate known, taken as unlimited',
  );
  return notes;
}
