import { beforeAll, describe, expect, test } from 'vitest';
import { draw } from '../../src/figures/draw.ts';
import type { SourcingResult } from '../../src/flow/sourcing.ts';
import { frontFigure } from '../../src/report/figures/independence-figure.ts';
import { independenceSentences, independenceTables } from '../../src/report/html/independence.ts';
import { sourceScreen } from '../../src/report/source-screen.ts';
import { sourcingAnswer } from '../../src/report/sourcing/answer.ts';
import { hazardSentences } from '../../src/report/sourcing/hazards.ts';
import { bottleneckOf } from '../../src/report/sourcing/names.ts';
import { pricedRows, pricedSentences, totalMusd } from '../../src/report/sourcing/priced.ts';
import { regretRows, regretSentences } from '../../src/report/sourcing/regret.ts';
import { alternativeSentences, answerSentences, warmSentences } from '../../src/report/sourcing/sentences.ts';
import { survivalOf } from '../../src/report/sourcing/survival.ts';
import { flownRows, lossTable, mixGroups } from '../../src/report/sourcing/tables.ts';
import { plainStyle } from '../../src/report/text.ts';
import { french } from '../../src/words/fr/index.ts';
import { money } from '../../src/words/numbers.ts';
import { inLanguage, tell } from '../../src/words/words.ts';
import { flownMix, sourcingResult } from './sourcing-result.ts';

let result: SourcingResult;
let lost: number;
const screen = (given: SourcingResult, columns = 100) =>
  sourceScreen({ name: 'small', result: given }, plainStyle, columns);

beforeAll(async () => {
  result = await sourcingResult();
  lost = result.model.cases.findIndex(({ name }) => name === 'heavy-lift');
});

describe('a price on what is missing', () => {
  test('tells the chance, what the best mix pays, and from which price the chosen one would be worth it', () => {
    const { costs, chanceFraction } = result.priced!;
    const [chance, pays, chosen, missing] = pricedSentences(result).map(tell);
    expect(chance).toContain(`once in 10 years, as asked: a chance of ${Math.round(100 * chanceFraction)} % over 10`);
    const over = costs.priced.paidMusd - costs.cheapest.paidMusd;
    expect(over).toBeGreaterThan(60);
    expect(pays).toContain(`pays ${money(over)} more than the cheapest`);
    expect(chosen).toMatch(/^The chosen mix (costs no more|pays)/);
    expect(missing).toContain('heavy-lift (');
    const rows = pricedRows(result);
    expect(rows.map(({ mix }) => tell(mix))).toEqual([
      'the best at that price',
      'the cheapest',
      'the chosen mix',
      'today’s mix',
    ]);
    const [best, ...others] = rows.map(({ cost }) => totalMusd(cost));
    expect(best).toBeLessThanOrEqual(Math.min(...others) + 100);
    expect(screen(result)).toContain('With a price on what is missing: $50.0 billion for a year of a whole fleet');
    const { priced: _, ...unpriced } = result;
    expect(screen(unpriced)).not.toContain('With a price');
  });

  test('what is not worth its price is told as the cheapest, and the chosen mix with the price that it takes', () => {
    const cost = (paidMusd: number, shortYr: number) => ({
      paidMusd,
      shortYr,
      shortMusd: 100 * shortYr,
      caseShortYr: [],
    });
    const costs = { today: cost(9500, 1), cheapest: cost(9000, 1), robust: cost(9900, 0.1), priced: cost(9000, 1) };
    const told = pricedSentences({ ...result, priced: { ...result.priced!, musdYr: 100, costs } }).map(tell);
    expect(told[1]).toMatch(/^At \$100 million nothing that saves a fleet-year is worth its money/);
    expect(told[2]).toContain('pays $900 million more again and misses 0.90 fewer');
    expect(told[2]).toContain('counts $1.00 billion or more');
  });
});

describe('the answer in sentences', () => {
  test('the price is told against the cheapest and against today, and who cannot be done without with the most that is left', () => {
    const [price, kept, unmet, ...more] = answerSentences(result).map(tell);
    expect(result.independenceMusd).toBeGreaterThan(50);
    expect(price).toContain(`${money(result.independenceMusd)} more than the cheapest mix`);
    expect(price).toContain(`${money(result.overTodayMusd)} more than today`);
    expect(kept).toMatch(/keeps 50 % .* in 2033, but/);
    const left = Math.round(100 * result.unmet[0].fleets[0].leastFraction);
    expect(unmet).toContain(`heavy-lift cannot be lost whole`);
    expect(unmet).toContain(`${left} % of the space interceptors (launch is the bottleneck)`);
    expect(more).toEqual([]);
  });

  test('what the proof leaves open is no price, and a mix that costs less than today’s says so', () => {
    const { robust } = result;
    const open = { ...result, independenceMusd: 1, robust: { ...robust, boundMusd: robust.costMusd - 2 } };
    expect(tell(answerSentences(open)[0])).toMatch(/costs nothing/);
    expect(tell(answerSentences({ ...result, overTodayMusd: -30 })[0])).toContain('$30.0 million less than today');
    expect(tell(answerSentences({ ...result, overTodayMusd: 0 })[0])).toContain('as much as today');
  });

  test('the band of the price over the draws is told with the input that it hangs on', () => {
    const band = { p10: 100, p50: 700, p90: 900 };
    const cause = {
      path: 'sbi.massKg',
      share: 0.6,
      value: 900,
      low: 800,
      high: 1300,
      lowestMusd: 90,
      highestMusd: 950,
    };
    const priced = { overCheapestMusd: band, overTodayMusd: { p10: -300, p50: -200, p90: 50 }, draws: 16 };
    const told = (given: SourcingResult['band']) => answerSentences({ ...result, band: given }).map(tell);
    expect(told(priced)[1]).toContain('$700 million ($100 million to $900 million) over the cheapest');
    expect(told(priced)[1]).toContain('−$200 million (−$300 million to $50.0 million) over today’s');
    expect(told({ ...priced, cause })[2]).toMatch(
      /What decides is sbi: .*mass.* \(800 to 1,?300\): \$90.0 million .* \$950 million/,
    );
    expect(told(priced)).toHaveLength(told(undefined).length + 1);
  });

  test('learning that is not on record is told with the makers it leaves, and as what turns the answer where it does', () => {
    const swing = { learningRatio: 0.85, fleetIds: ['f:sat'], shares: [{ partner: 'alpha', shareFraction: 1 }] };
    const told = (independenceMusd: number, overTodayMusd: number) =>
      tell(answerSentences({ ...result, learning: { ...swing, independenceMusd, overTodayMusd } })[1]);
    const same = told(result.independenceMusd, result.overTodayMusd);
    expect(same).toMatch(/^No learning curve of the space interceptors .* to 85 %.* with 100 % for Alpha\.$/);
    expect(told(result.independenceMusd, -result.overTodayMusd)).toMatch(/^What turns it around/);
    expect(told(3 * result.independenceMusd, result.overTodayMusd)).toMatch(/^What turns it around/);
  });

  test('where nobody is left who makes a fleet, launch is not blamed', () => {
    const makers = result.model.makers.map((each) => ({ ...each, leftFraction: each.leftFraction.map(() => 0) }));
    expect(bottleneckOf(result, lost)).toBe('launch');
    expect(bottleneckOf({ ...result, model: { ...result.model, makers } }, lost)).toBe('nobody');
    const slow = result.model.makers.map((each) => ({ ...each, perYr: 0.01 }));
    expect(bottleneckOf({ ...result, model: { ...result.model, makers: slow } }, lost)).toBe('makers');
  });

  test('makers that can have as much as one another are told as a tie, not by the share that the mix happens to show', () => {
    const [interceptors, launch] = alternativeSentences(result).map(({ parts }) => parts.map(tell));
    expect(interceptors[0]).toBe('any of 2 (Alpha, Beta), none of them needed, up to 100 % each');
    expect(launch[0]).toMatch(/^in all of them heavy-lift \(\d+ to \d+ %\), light-lift/);
    const group = mixGroups(result)[0];
    expect(group.rows.every(({ within }) => within!.low === 0 && within!.high === 1)).toBe(true);
    expect(screen(result)).toContain('leaves open are no finding');
  });

  test('a warm launcher that costs nothing has no break-even, one that saves nothing is not worth it', () => {
    const [source] = result.warm.sources;
    const told = (change: object) =>
      tell(warmSentences({ ...result, warm: { case: lost, sources: [{ ...source, ...change }] } })[0]);
    expect(told({})).toMatch(/worth it if the loss is likelier than one in \d+ years/);
    expect(told({ premiumMusdYr: -12 })).toContain('costs nothing more: the programme is $12.0 million a year cheaper');
    expect(told({ breakEvenPerYr: undefined })).toContain('saves nothing after the loss');
  });

  test('a chance that is asked for and a budget are told with the size of the layer', () => {
    const asked = { noLeaker: 0.5, byYr: 3, shareFraction: 0.83 };
    const response = { shareFraction: [0, 1], noLeaker: [0, 0.6], raids: 100, errorFraction: 0.1 };
    const paid = { budgetMusd: 5000, untilYr: 6, layer: 0, paidMusd: 4000, otherMusd: 500, restMusd: 100 };
    const bought = { ...paid, standingFraction: 0.5, mix: result.robust, noLeaker: 0.3 };
    const told = (budget: SourcingResult['budget']) =>
      answerSentences({ ...result, asked, response, budget })
        .slice(3)
        .map(tell);
    expect(told(bought)[0]).toMatch(/from 2031 on nothing gets through in 50 %.*83 % of the space interceptors/);
    expect(told(bought)[1]).toMatch(/Until 2034, \$5.00 billion buys 50 of 100 .*30 % of the raids \(within 10 %\)/);
    expect(told({ ...paid, standingFraction: 0 })[1]).toContain('buys none of the space interceptors');
    expect(screen({ ...result, response })).toMatch(/in service +0 % +100 %/);
  });
});

describe('what is kept after a loss', () => {
  test('only losses that take more than is left to take are shown, the rest is counted', () => {
    const { rows, yearsYr, otherCount } = lossTable(result);
    expect(yearsYr).toEqual([2, 5]);
    expect(rows.map(({ who }) => tell(who))).toEqual(['heavy-lift']);
    expect(rows[0].bottleneck).toBe('launch');
    expect(rows[0].robust[1]).toBeGreaterThan(rows[0].today[1]);
    expect(otherCount).toBe(result.model.cases.length - 1);
  });

  test('no mix survives by plan alone: the word stands only where the low end of the raids says so', () => {
    expect(screen(result)).not.toMatch(/survive/);
    const flown = (p10: number) => ({ ...result, flown: [flownMix('robust', lost, p10), flownMix('today', lost, 0)] });
    expect(screen(flown(0.1))).toMatch(/heavy-lift .* no: launch$/m);
    expect(screen(flown(0.25))).toMatch(/heavy-lift .* survives$/m);
    expect(answerSentences(flown(0.25)).map(tell)[3]).toContain('survives the loss of heavy-lift all the same');
    expect(answerSentences(flown(0.1))).toHaveLength(3);
    const still = {
      ...flownMix('robust', lost, 0.25).cases[0],
      difference: [0, 1].map(() => ({ mean: 0, low: 0, high: 0 })),
    };
    const calm = { ...result, flown: [{ ...flownMix('robust', lost, 0.25), cases: [still] }] };
    expect(flownRows(calm)[1].isFelt).toBe(false);
    expect(screen(calm)).toContain(`survives ${result.model.cases.length} further losses`);
    const [base, row] = flownRows(flown(0.25));
    expect([base.survival, row.survival, row.today![1].p10]).toEqual([undefined, 'survives', 0]);
    const nothing = { ...flownMix('robust', lost, 0), base: [0, 1].map(() => ({ p10: 0, p50: 0, p90: 0 })) };
    expect(survivalOf(result.model, nothing, lost)).toBe('not-flown');
    expect(screen({ ...result, flown: [nothing] })).toMatch(/no\s+chance\s+to\s+keep/);
    expect(survivalOf(result.model, undefined, lost)).toBe('not-flown');
  });
});

describe('the pages', () => {
  test.each([80, 100, 110])('the screen fits %i columns, in English and in French', (columns) => {
    const full = { ...result, flown: [flownMix('robust', lost, 0.1), flownMix('today', lost, 0)] };
    const [english, autre] = [screen(full, columns), inLanguage(french, () => screen(full, columns))];
    for (const text of [english, autre]) {
      expect(text).not.toMatch(/undefined|NaN|\{|\}/);
      const tables = text.split('\n').filter((line) => !line.includes('█'));
      for (const line of tables) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
    expect(autre).toContain('intercepteurs spatiaux');
  });

  test('a search that found nothing says so and shows no table', () => {
    const none = { ...result, robust: { ...result.robust, status: 'infeasible' as const } };
    expect(screen(none)).toContain('No mix of the offers');
    expect(screen(none).split('\n').length).toBeLessThan(8);
    expect(independenceTables(none)).toEqual([]);
  });

  test('the report has the sentences and the tables of the screen', () => {
    expect(independenceSentences(result)).toEqual(answerSentences(result).map(tell));
    const page = independenceTables(result)
      .map((part) => part?.text ?? '')
      .join('');
    expect(page).toContain('Alpha');
    expect(page).toContain('Small (light-lift)');
    expect(page).toContain('Small flies');
  });

  test('regret is told by future, and the mix that is regretted least by name', () => {
    const { worst, minimax } = result.regret!;
    const [least] = regretSentences(result).map(tell);
    expect(least).toContain(`never costs more than ${money(worst[minimax].regretMusd)} over the best`);
    expect(least).toContain('2 futures');
    const [asIs, gone] = regretRows(result);
    expect(Math.min(...asIs.regretMusd)).toBeCloseTo(0, 6);
    expect(tell(gone.future)).toBe('heavy-lift leaves in 2033');
    expect(screen(result)).toMatch(/heavy-lift leaves in 2033 .*\*/);
    const page = independenceTables(result)
      .map((part) => part?.text ?? '')
      .join('');
    expect(page).toContain('heavy-lift (assumption)');
    expect(regretRows({ ...result, regret: undefined })).toEqual([]);
    const turned = { ...result.regret!, turns: { ratio: 1.3, minimax: 'robust' as const } };
    expect(
      regretSentences({ ...result, regret: turned })
        .map(tell)
        .at(-1),
    ).toContain('1.3 times that or more, it is the chosen mix');
  });

  test('what is on record stands beside the break-even, and who is on the ground is said to be', () => {
    const [ended, worth, down] = hazardSentences(result).map(tell);
    expect(ended).toContain('3 awards were ended early in 60 years of awards (Alpha): one in 20 years');
    const { breakEvenPerYr } = result.warm.sources.find(({ vehicle }) => vehicle === 'small')!;
    expect(worth).toMatch(
      breakEvenPerYr! <= 1 / 20 ? /would be worth it: Small/ : /none that costs more would be worth it: Small/,
    );
    expect(down).toMatch(/^Small \(light-lift\): on the ground 2 times in 4.0 years and still is, so far 90 days/);
    expect(screen(result)).toContain('3 awards were ended early');
    expect(hazardSentences({ ...result, hazards: undefined })).toEqual([]);
    const rare = { ...result.hazards!, ended: { ...result.hazards!.ended, perYr: 1e-6 } };
    expect(hazardSentences({ ...result, hazards: rare }).map(tell)[1]).toContain('Even if the loss were as likely');
  });

  test('the figure marks today’s mix, the cheapest and the chosen one', () => {
    const figure = frontFigure(result)!;
    const { rows } = figure;
    const svg = draw(figure);
    for (const name of ['today’s mix', 'cheapest', 'chosen, asked 50 %']) expect(svg).toContain(name);
    expect(rows.length).toBe(3);
    expect(svg).not.toContain('NaN');
  });

  test('the page of the studio gets the same as data that can be sent to it', () => {
    const answer = structuredClone(sourcingAnswer(result));
    expect(answer.sentences.map(tell)).toEqual(independenceSentences(result));
    expect(answer.marks.today.costMusd).toBe(result.today.costMusd);
    expect(answer.launches.map(({ name }) => name)).toEqual(['Large', 'Small']);
  });
});
