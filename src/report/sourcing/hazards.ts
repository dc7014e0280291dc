import type { LauncherHazard } from '../../flow/hazards.ts';
import { type Said, said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { partnerName } from './names.ts';

/** Premiums below this are none, millions of dollars a year. */
const NOTHING_MUSD = 0.5;

/** What is on record of interruptions, beside how likely a loss has to be for a second launcher to be worth its premium. */
export function hazardSentences(result: SourcingResult): Said[] {
  const { hazards, model } = result;
  if (!hazards) return [];
  const { ended, launchers } = hazards;
  return [
    ...(ended.count > 0
      ? [
          said('sourcing.ended', {
            count: ended.count,
            years: ended.observedYr,
            names: ended.partners.map((id) => said('sourcing.who', { name: partnerName(model, id) })),
            each: 1 / ended.perYr,
            often: 1 / ended.highPerYr,
            seldom: 1 / ended.lowPerYr,
          }),
          ...worthSentences(result, ended.perYr),
        ]
      : []),
    ...launchers.map((each) => downSentence(each, partnerName(model, each.partner))),
  ];
}

/** Which second launchers are worth their premium where the loss is as likely as a rate of the record. */
function worthSentences({ warm }: SourcingResult, perYr: number): Said[] {
  const priced = warm.sources.filter(({ premiumMusdYr }) => premiumMusdYr >= NOTHING_MUSD);
  const isWorth = ({ breakEvenPerYr }: (typeof priced)[number]) =>
    breakEvenPerYr !== undefined && breakEvenPerYr <= perYr;
  const names = (list: typeof priced) => list.map(({ name }) => said('sourcing.who', { name }));
  const [worth, others] = [priced.filter(isWorth), priced.filter((each) => !isWorth(each))];
  if (priced.length === 0) return [];
  if (others.length === 0) return [said('sourcing.record-worth', { list: names(worth) })];
  if (worth.length === 0) return [said('sourcing.record-none', { list: names(others) })];
  return [said('sourcing.record-some', { list: names(worth), others: names(others) })];
}

function downSentence({ name: vehicle, rate, meanDays, downFraction, isDown }: LauncherHazard, partner: string): Said {
  const chance = (perYr: number) => 1 - Math.exp(-perYr);
  const words = {
    name: said('sourcing.by', { vehicle: vehicle.replace(/,.*| VC\d/, ''), partner }),
    count: rate.count,
    years: rate.observedYr,
    days: meanDays,
    share: downFraction,
    low: 100 * chance(rate.lowPerYr),
    high: chance(rate.highPerYr),
  };
  return isDown ? said('sourcing.still-down', words) : said('sourcing.was-down', words);
}
