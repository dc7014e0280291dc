import { said } from '../flow/said.ts';
import type { SourcingModel, SourcingResult } from '../flow/sourcing.ts';
import type { VariantEffect } from '../flow/withdrawal.ts';
import { count, fixed, money, percent, range } from '../words/numbers.ts';
import { nameIn, say, tell } from '../words/words.ts';
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
  lines.push(heading(say('mix.title'), style), mixTable(result, style));
  lines.push(
    style.dim(
      wrap(
        say('mix.proved', {
          least: result.cheapest.boundMusd,
          bound: robust.boundMusd,
          gap: percent(robust.gapRatio, 4),
        }),
        width,
        2,
      ),
    ),
  );
  lines.push(heading(say('mix.front'), style), frontTable(result, style));
  lines.push(heading(say('mix.binding'), style), bindingLines(result, width));
  lines.push(heading(say('mix.replaces'), style), planLines(result, style, width));
  lines.push(heading(say('mix.assumptions'), style), assumptionTable(result, style));
  if (verified) lines.push(heading(say('mix.verified'), style), wrap(verifiedText(verified), width, 2));
  if (noChoice.length > 0)
    lines.push(
      '',
      style.dim(
        wrap(
          say('mix.no-second', {
            names: noChoice.map((each) => nameIn(each.name).toLowerCase()).join(say('join.semicolon')),
          }),
          width,
          2,
        ),
      ),
    );
  for (const note of notes) lines.push(style.dim(wrap(tell(note), width, 2)));
  return lines.join('\n');
}

export function headline({ cheapest, robust, independenceMusd, model }: SourcingResult): string {
  if (robust.status === 'infeasible') return say('mix.infeasible');
  const share = Math.min(...model.demands.map(({ lossFraction }) => lossFraction));
  const words = {
    more: independenceMusd,
    cheapest: cheapest.costMusd,
    kept: said(robust.status === 'relaxed' ? 'mix.kept-most' : 'mix.kept', { share }),
    robust: robust.costMusd,
    share: independenceMusd / cheapest.costMusd,
  };
  return model.cases.some(({ roots }) => roots.length > 1) ? say('mix.two', words) : say('mix.one', words);
}

function relaxationLines({ robust, model }: SourcingResult): string[] {
  const nameOf = (id: string) => model.demands.find(({ functionId }) => functionId === id)?.name ?? id;
  return robust.relaxations.map(({ functionId, caseName, rule, neededFraction, possibleFraction }) => {
    const name = nameOf(functionId);
    if (rule === 'herfindahl')
      return say('mix.index', { name, needed: 1e4 * neededFraction, possible: 1e4 * possibleFraction });
    if (rule === 'two-families') return say('mix.few-families', { name });
    if (rule === 'max-share') return say('mix.over-limit', { name, who: caseName ?? '' });
    const words = { needed: neededFraction, name, possible: possibleFraction };
    return caseName ? say('mix.none-keeps-without', { ...words, who: caseName }) : say('mix.none-keeps', words);
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
        nameIn(offer.name),
        share(before),
        share(now),
        offer.isCandidate && offer.delayYr > 0 ? say('part.yr', { years: offer.delayYr }) : '·',
        now > 0 ? money(now * offer.unitMusd + offer.fixedMusd) : '·',
      ]);
    });
  }
  return table(
    ['', ...(['partner', 'cheapest', 'survives', 'delay', 'cost'] as const).map((key) => say(`head.${key}`))],
    rows,
    ['left', 'left', 'right', 'right', 'right', 'right'],
    style,
  );
}

const share = (fraction: number) => (fraction > 0 ? percent(fraction, 0) : '·');

const FRONT_HEAD = ['asked', 'left-of-worst', 'mean-of-functions', 'cost', 'over-cheapest'] as const;

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
    [...FRONT_HEAD.map((key) => say(`head.${key}`)), ''],
    rows,
    ['right', 'right', 'right', 'right', 'right', 'left'],
    style,
  );
}

function bindingLines({ binding }: SourcingResult, width: number): string {
  if (binding.length === 0) return `  ${say('mix.only-whole')}`;
  return binding
    .slice(0, 6)
    .map(({ name, pricePerPercentMusd }) => wrap(say('mix.one-percent', { name, musd: pricePerPercentMusd }), width, 2))
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
          const list = added
            .filter((each) => each.functionId === functionId)
            .map(({ name, fraction: share, delayYr: years }) =>
              years > 0 ? said('mix.adds-in', { name, share, years }) : said('mix.adds', { name, share }),
            );
          const share = openFraction[functionId];
          return say('mix.falls', {
            name: nameIn(nameOf(functionId)).replace(/ \(.*/, ''),
            left: leftFraction,
            who: list.length > 0 ? said('mix.taken-by', { list }) : '',
            open: share ? said('mix.open', { share }) : '',
          });
        });
      const who = nameIn(caseName);
      return wrap(say('mix.lost', { who, parts: parts.join(say('join.semicolon')) }), width, 2).replace(
        who,
        style.bold(who),
      );
    })
    .join('\n');
}

const WHAT = {
  'unit cost': 'offer.unit-cost',
  'fixed cost': 'offer.fixed-cost',
  capacity: 'offer.capacity',
  delay: 'offer.delay',
} as const;

function assumptionTable({ assumptions, model }: SourcingResult, style: Style): string {
  const nameOf = (id: string): string => {
    const offer = model.offers.find((each) => each.id === id);
    return offer ? `${nameIn(offer.name)}, ${functionWord(model, offer.functionId)}` : id;
  };
  const rows = assumptions
    .filter(
      ({ mixChangeFraction, costAtLowMusd, costAtHighMusd }) =>
        mixChangeFraction > 0.001 || Math.abs(costAtHighMusd - costAtLowMusd) > 1,
    )
    .slice(0, 8)
    .map(({ offer, what, value, low, high, mixChangeFraction, costAtLowMusd, costAtHighMusd }) => [
      short(nameOf(offer), 44),
      say(WHAT[what]),
      `${count(value, value < 10 ? 1 : 0)} (${range(count(low, low < 10 ? 1 : 0), count(high, high < 10 ? 1 : 0))})`,
      percent(mixChangeFraction),
      range(money(Math.min(costAtLowMusd, costAtHighMusd)), money(Math.max(costAtLowMusd, costAtHighMusd))),
    ]);
  if (rows.length === 0) return `  ${say('mix.no-assumption')}`;
  return table(
    ['', ...(['number', 'value-range', 'mix-moves', 'cost'] as const).map((key) => say(`head.${key}`))],
    rows,
    ['left', 'left', 'right', 'right', 'right'],
    style,
  );
}

function functionWord({ demands }: SourcingModel, id: string): string {
  return nameIn(demands.find(({ functionId }) => functionId === id)?.name ?? id)
    .replace(/ \(.*| in .*| from .*| of heavy.*| to low.*/, '')
    .toLowerCase();
}

function verifiedText({ file = say('mix.the-mix'), caseName, effect }: NonNullable<SourceReport['verified']>): string {
  if (!effect) return say('mix.file-no-raid', { file });
  const { noLeakerProbability: none, firstLayerFraction: outer } = effect;
  return say('mix.file-runs', {
    file,
    base: none.base,
    raids: effect.trials,
    variant: none.variant,
    who: caseName ?? '',
    low: fixed(100 * none.low, 0),
    high: fixed(100 * none.high, 0),
    outerBase: outer.base,
    outer: outer.variant,
  });
}
