import { type Said, said } from '../flow/said.ts';
import type { CostModel } from './cost-model.ts';
import type { ElementYears } from './element-cost.ts';

/** What a reader of the cost must know: what is not priced, what does not fit, which rule stands behind a number. */
export function costNotes(model: CostModel, parts: ElementYears[]): Said[] {
  const { elements, vehicles, years } = model;
  const notes: Said[] = [];
  const say = (about: readonly { id: string }[], note: (ids: string[]) => Said) => {
    if (about.length > 0) notes.push(note(about.map(({ id }) => id)));
  };
  const named = (test: (part: ElementYears) => boolean) => elements.filter((_, i) => test(parts[i]));
  say(
    named(({ byCategory }) => Object.keys(byCategory).length === 0),
    (ids) => said('cost.no-price', { ids }),
  );
  say(
    named(({ launchUnpriced }) => launchUnpriced),
    (ids) => said('cost.launch-unpriced', { ids }),
  );
  say(
    named(({ shortLaunches }) => shortLaunches.some((n) => n > 0.5)),
    (ids) => said('cost.short-launches', { ids }),
  );
  say(
    elements.filter(({ numbers }) => (numbers.lifeYr ?? 0) > years),
    (ids) => said('cost.long-life', { ids, years }),
  );
  say(
    elements.filter(({ isSpace, numbers }) => isSpace && numbers.lifeYr === undefined),
    (ids) => said('cost.no-life', { ids }),
  );
  say(
    elements.filter(({ firstDeliveryYr }) => firstDeliveryYr >= years),
    (ids) => said('cost.after-horizon', { ids }),
  );
  say(
    elements.filter(({ launchIncluded }, i) => launchIncluded && !parts[i].launchSplit),
    (ids) => said('cost.launch-included', { ids }),
  );
  say(
    named(({ launchSplit }) => launchSplit),
    (ids) => said('cost.launch-split', { ids }),
  );
  say(
    vehicles.filter(({ numbers }) => numbers.cadencePerYr === undefined && numbers.cadenceMaxPerYr === undefined),
    (ids) => said('cost.no-rate', { ids }),
  );
  return notes;
}
