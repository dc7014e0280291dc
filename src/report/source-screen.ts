import type { SourcingModel, SourcingResult } from '../flow/sourcing.ts';
import type { VariantEffect } from '../flow/withdrawal.ts';
import { count, money, percent } from './number.ts';
import { short } from './partners-dependence.ts';
import { heading, type Style, table, wrap } from './text.ts';

export interface SourceReport {
  name: string;
  result: SourcingResult;
  /** Without a file where the mix was not written. */
  verified?: { file?: string; caseName?: string; effect?: VariantEffect };
}

/** The answer of `cupola source`: the price of independence in a sentence, then the mix, the front, and what it rests on. */
export function sourceScreen({ name, result, verified }: SourceReport, style: Style, columns: number): string {
  const width = Math.min(columns, 110);
  const { robust, noChoice, notes } = result;
  const lines = [style.bold(name), '', wrap(headline(result), width)];
  for (const line of relaxationLines(result)) lines.push(wrap(line, width));
  lines.push(heading('The mix, beside the cheapest one', style), mixTable(result, style));
  lines.push(
    style.dim(
      wrap(
        `Proved: the cheapest costs at least ${money(result.cheapest.boundMusd)}, this one ${money(robust.boundMusd)} (gap ${percent(robust.gapRatio, 4)}). Satellites, interceptors and launches over the horizon; operations left out.`,
        width,
        2,
      ),
    ),
  );
  lines.push(heading('Cost against what is left in the worst case', style), frontTable(result, style));
  lines.push(heading('What holds the cost up', style), bindingLines(result, width));
  lines.push(heading('Who replaces whom', style), planLines(result, style, width));
  lines.push(heading('Assumptions by weight: what the mix rests on', style), assumptionTable(result, style));
  if (verified) lines.push(heading('Verified', style), wrap(verifiedText(verified), width, 2));
  if (noChoice.length > 0)
    lines.push(
      '',
      style.dim(
        wrap(
          `No second offer in the book, so nothing to choose: ${noChoice.map((each) => each.name.toLowerCase()).join('; ')}.`,
          width,
          2,
        ),
      ),
    );
  for (const note of notes) lines.push(style.dim(wrap(note, width, 2)));
  return lines.join('\n');
}

export function headline({ cheapest, robust, independenceMusd, model }: SourcingResult): string {
  if (robust.status === 'infeasible')
    return 'No mix of the offers in the book meets the requirements, not even with shortfalls.';
  const loss = Math.min(...model.demands.map(({ lossFraction }) => lossFraction));
  const kept =
    robust.status === 'relaxed'
      ? `${percent(loss, 0)} of every function, or as much as can be had,`
      : `${percent(loss, 0)} of every function`;
  return (
    `Independence costs ${money(independenceMusd)}: the cheapest mix takes ${money(cheapest.costMusd)}, the cheapest that keeps ${kept} ` +
    `through the loss of any ${model.cases.some(({ roots }) => roots.length > 1) ? 'two partners or any shared part' : 'one partner or shared part'} takes ${money(robust.costMusd)} (+${percent(independenceMusd / cheapest.costMusd)}).`
  );
}

function relaxationLines({ robust, model }: SourcingResult): string[] {
  const nameOf = (id: string) => model.demands.find(({ functionId }) => functionId === id)?.name ?? id;
  return robust.relaxations.map(({ functionId, caseName, rule, neededFraction, possibleFraction }) => {
    if (rule === 'herfindahl')
      return `No mix of ${nameOf(functionId)} has an index under ${count(1e4 * neededFraction)}: its makers allow ${count(1e4 * possibleFraction)} at best.`;
    if (rule === 'two-families') return `${nameOf(functionId)} has fewer than two families in the book.`;
    if (rule === 'max-share') return `${nameOf(functionId)}: ${caseName} has to hold more than the limit allows.`;
    const where = caseName ? `without ${caseName}` : 'with everybody in';
    return `No mix keeps ${percent(neededFraction, 0)} of ${nameOf(functionId)} ${where}: ${percent(possibleFraction, 0)} is the most that the offers of the book can do.`;
  });
}

function mixTable({ model, cheapest, robust }: SourcingResult, style: Style): string {
  const rows: string[][] = [];
  for (const { functionId, name } of model.demands) {
    const mine = model.offers
      .map((offer, o) => ({ offer, before: cheapest.amountsFraction[o], now: robust.amountsFraction[o] }))
      .filter(({ offer, before, now }) => offer.functionId === functionId && (before > 0 || now > 0))
      .sort((a, b) => b.now - a.now);
    mine.forEach(({ offer, before, now }, i) => {
      rows.push([
        i === 0 ? short(name, 40) : '',
        offer.name,
        share(before),
        share(now),
        offer.isCandidate && offer.delayYr > 0 ? `${offer.delayYr} yr` : '·',
        now > 0 ? money(now * offer.unitMusd + offer.fixedMusd) : '·',
      ]);
    });
  }
  return table(
    ['', 'partner', 'cheapest', 'survives', 'delay', 'cost'],
    rows,
    ['left', 'left', 'right', 'right', 'right', 'right'],
    style,
  );
}

const share = (fraction: number) => (fraction > 0 ? percent(fraction, 0) : '·');

function frontTable({ front, cheapest }: SourcingResult, style: Style): string {
  const least = cheapest.costMusd;
  const most = Math.max(...front.map(({ costMusd }) => costMusd - least), 1e-9);
  const rows = front.map(({ lossFraction, costMusd, worstFraction, meanWorstFraction }) => [
    percent(lossFraction, 0),
    percent(worstFraction, 0),
    percent(meanWorstFraction, 0),
    money(costMusd),
    `+${percent((costMusd - least) / least)}`,
    style.accent('█'.repeat(Math.round((24 * (costMusd - least)) / most))),
  ]);
  return table(
    ['asked', 'left of worst', 'mean of functions', 'cost', 'over cheapest', ''],
    rows,
    ['right', 'right', 'right', 'right', 'right', 'left'],
    style,
  );
}

function bindingLines({ binding }: SourcingResult, width: number): string {
  if (binding.length === 0) return '  Only the whole-or-nothing choices of partners.';
  return binding
    .slice(0, 6)
    .map(({ name, pricePerPercentMusd }) =>
      wrap(`${name}: ${money(pricePerPercentMusd)} for one percent more`, width, 2),
    )
    .join('\n');
}

function planLines({ plans, model }: SourcingResult, style: Style, width: number): string {
  const weight = (each: SourcingResult['plans'][number]) =>
    each.lost.reduce((sum, { lostFraction }) => sum + lostFraction, 0);
  const nameOf = (id: string) => model.demands.find(({ functionId }) => functionId === id)?.name ?? id;
  return [...plans]
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, 5)
    .map(({ caseName, lost, added, openFraction }) => {
      const parts = lost
        .filter(({ lostFraction }) => lostFraction > 0.01)
        .map(({ functionId, leftFraction }) => {
          const who = added
            .filter((each) => each.functionId === functionId)
            .map(
              ({ name, fraction, delayYr }) =>
                `${name} +${percent(fraction, 0)}${delayYr > 0 ? ` in ${delayYr} yr` : ''}`,
            );
          const open = openFraction[functionId] ? `, ${percent(openFraction[functionId], 0)} open` : '';
          return `${nameOf(functionId).replace(/ \(.*/, '')} falls to ${percent(leftFraction, 0)}${who.length > 0 ? `: ${who.join(', ')}` : ''}${open}`;
        });
      return wrap(`${caseName} lost. ${parts.join('; ')}.`, width, 2).replace(caseName, style.bold(caseName));
    })
    .join('\n');
}

function assumptionTable({ assumptions, model }: SourcingResult, style: Style): string {
  const nameOf = (id: string): string => {
    const offer = model.offers.find((each) => each.id === id);
    return offer ? `${offer.name}, ${functionWord(model, offer.functionId)}` : id;
  };
  const rows = assumptions
    .filter(
      ({ mixChangeFraction, costAtLowMusd, costAtHighMusd }) =>
        mixChangeFraction > 0.001 || Math.abs(costAtHighMusd - costAtLowMusd) > 1,
    )
    .slice(0, 8)
    .map(({ offer, what, value, low, high, mixChangeFraction, costAtLowMusd, costAtHighMusd }) => [
      short(nameOf(offer), 44),
      what,
      `${count(value, value < 10 ? 1 : 0)} (${count(low, low < 10 ? 1 : 0)}-${count(high, high < 10 ? 1 : 0)})`,
      percent(mixChangeFraction),
      `${money(Math.min(costAtLowMusd, costAtHighMusd))} - ${money(Math.max(costAtLowMusd, costAtHighMusd))}`,
    ]);
  if (rows.length === 0) return '  None: no single number, changed within its range, changes the mix or its cost.';
  return table(
    ['', 'number', 'value (range)', 'mix moves', 'cost'],
    rows,
    ['left', 'left', 'right', 'right', 'right'],
    style,
  );
}

function functionWord({ demands }: SourcingModel, id: string): string {
  return (demands.find(({ functionId }) => functionId === id)?.name ?? id)
    .replace(/ \(.*| in .*| from .*| of heavy.*| to low.*/, '')
    .toLowerCase();
}

function verifiedText({ file = 'The mix', caseName, effect }: NonNullable<SourceReport['verified']>): string {
  if (!effect) return `${file} is a scenario that resolves without a problem; it has no raid to run.`;
  const { noLeakerProbability: none, firstLayerFraction: outer } = effect;
  return (
    `${file} runs: ${percent(none.base, 0)} of ${count(effect.trials)} raids have no leaker, ${percent(none.variant, 0)} after the loss of ${caseName} ` +
    `(difference ${(100 * none.low).toFixed(0)} to ${(100 * none.high).toFixed(0)} points); the outer layer stops ${percent(outer.base, 0)} and ${percent(outer.variant, 0)}.`
  );
}
