import { cut } from '../../figures/fit-text.ts';
import { said } from '../../flow/said.ts';
import type { FlownMix, SourcingResult } from '../../flow/sourcing.ts';
import { fixed, money, percent } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';
import { short } from '../partners-dependence.ts';
import { alignedRows, heading, type Style, table, wrap } from '../text.ts';
import { fleetName, lostName } from './names.ts';
import { verdict } from './sentences.ts';
import { flownOf, survivalOf } from './survival.ts';
import { type FlownRow, flownRows, lossTable, worstFlown } from './tables.ts';

/** Flown losses that are shown one by one. */
const MOST_FLOWN = 8;

/** What today's mix and the chosen one keep after each loss. */
export function lossLines(result: SourcingResult, style: Style, width: number): string[] {
  const { yearsYr, rows, otherCount } = lossTable(result);
  const { lossFraction: share } = result.model;
  const note = (text: string) => style.dim(wrap(text, width, 2));
  if (rows.length === 0)
    return [
      heading(say('sourcing.losses', { years: yearsYr.map(String) }), style),
      wrap(say('sourcing.all-losses', { count: otherCount, share }), width, 2),
    ];
  const cells = rows.map(({ who, fleet, today, robust, bottleneck }, i) => [
    i > 0 && tell(rows[i - 1].who) === tell(who) ? '' : short(tell(who), Math.max(16, width - 66)),
    cut(tell(fleet), Math.max(22, width - 58)),
    shares(today),
    shares(robust),
    bottleneck ? say(`sourcing.${bottleneck}`) : '',
  ]);
  return [
    heading(say('sourcing.losses', { years: yearsYr.map(String) }), style),
    table(
      (['lost', 'fleet', 'today', 'chosen', 'bottleneck'] as const).map((key) => say(`head.${key}`)),
      cells,
      ['left', 'left', 'right', 'right', 'left'],
      style,
    ),
    ...(otherCount > 0 ? [note(say('sourcing.other-losses', { count: otherCount, share }))] : []),
    note(say('sourcing.asked', { share })),
  ];
}

/** Shares at several dates with one sign of percent: `69/0/0 %`. */
export function shares(fractions: readonly number[]): string {
  return [
    ...fractions.slice(0, -1).map((each) => fixed(100 * each, 0)),
    percent(fractions.at(-1) ?? Number.NaN, 0),
  ].join('/');
}

/** The chance that nothing gets through after each loss, as raids have it. */
export function flownLines(result: SourcingResult, style: Style, width: number): string[] {
  const rows = flownRows(result);
  if (rows.length === 0) return [];
  const { model } = result;
  const robust = flownOf(result, 'robust')!;
  const shown = rows.filter(({ survival, isFelt }, i) => (isFelt && i <= MOST_FLOWN) || survival === 'fails');
  const others = model.cases.filter(
    (_, c) => shown.every((row) => row.case !== c) && survivalOf(model, robust, c) === 'survives',
  );
  const note = (text: string) => style.dim(wrap(text, width, 2));
  const verdictWords = (row: FlownRow) => {
    const words = verdict(result, row);
    return words ? (row.survival === 'survives' ? style.good : style.bad)(tell(words)) : '';
  };
  const cells = shown.flatMap((row) => [
    [
      row.case === undefined
        ? say('sourcing.everybody')
        : short(tell(lostName(model, row.case)), Math.max(14, width - 76)),
      say('head.chosen'),
      ...row.robust.map(band),
      verdictWords(row),
    ],
    ...(row.today ? [['', say('head.today'), ...row.today.map(band), '']] : []),
  ]);
  return [
    heading(say('sourcing.flown', { years: robust.afterYr.map(String) }), style),
    table(
      [say('head.lost'), '', ...robust.afterYr.map((years) => say('part.yr', { years })), say('head.survival')],
      cells,
      ['left', 'left', ...robust.afterYr.map(() => 'right' as const), 'left'],
      style,
    ),
    ...(others.length > 0 ? [note(say('sourcing.others-survive', { count: others.length }))] : []),
    ...flownNotes(result).map(note),
    ...spentLine(result, style, width),
    ...worstLines(result, style, width),
  ];
}

/** Cost against the chance after the worst loss, mix by mix. */
function worstLines(result: SourcingResult, style: Style, width: number): string[] {
  const rows = worstRows(result);
  if (rows.length === 0) return [];
  return [
    heading(say('sourcing.worst-chance'), style),
    table(worstHead(), rows, ['left', 'right', 'right', 'left'], style),
    ...worstNotes(result).map((text) => style.dim(wrap(text, width, 2))),
  ];
}

export const worstHead = () => (['mix', 'cost', 'no-leaker', 'worst-loss'] as const).map((key) => say(`head.${key}`));

/** Rows of cost against the chance after the worst loss: mix, cost, chance over the draws, which loss and when. */
export function worstRows(result: SourcingResult): string[][] {
  return worstFlown(result).map(({ which, costMusd, case: lost, afterYr: years, noLeaker }) => [
    say(`mix.${which}`),
    money(costMusd),
    band(noLeaker),
    lost === undefined
      ? say('sourcing.no-loss')
      : say('sourcing.loss-when', { who: lostName(result.model, lost), years }),
  ]);
}

/** What these rows are, and which mix another beats on both. */
export function worstNotes(result: SourcingResult): string[] {
  const beaten = worstFlown(result).filter(({ isBeaten }) => isBeaten);
  return [
    say('sourcing.worst-note'),
    ...(beaten.length > 0 ? [say('sourcing.beaten', { names: beaten.map(({ which }) => said(`mix.${which}`)) })] : []),
  ];
}

/** How the raids were flown, and when they say nothing. */
export function flownNotes(result: SourcingResult): string[] {
  const robust = flownOf(result, 'robust');
  if (!robust) return [];
  const isSilent = flownRows(result).some(({ survival }) => survival === 'not-flown');
  const words = { draws: robust.draws, raids: robust.raids, share: result.model.lossFraction };
  return [say('sourcing.flown-note', words), ...(isSilent ? [say('sourcing.no-chance')] : [])];
}

/** Chance by the share of the layer that stands. */
export function responseLines({ response, model }: SourcingResult, style: Style, width: number): string[] {
  if (!response) return [];
  const layer = model.fleets.findIndex(({ functionId }) => functionId === 'space-interceptors');
  const fleet = layer < 0 ? said('fleet.space-interceptors') : fleetName(model, layer);
  const { shareFraction, noLeaker, raids, errorFraction: error } = response;
  return [
    heading(say('sourcing.response', { fleet }), style),
    alignedRows(
      [
        [style.dim(say('head.share-standing')), ...shareFraction.map((each) => percent(each, 0))],
        [style.dim(say('head.no-leaker')), ...noLeaker.map((each) => percent(each, 0))],
      ],
      ['left', ...shareFraction.map(() => 'right' as const)],
    ),
    style.dim(wrap(say('sourcing.response-note', { raids, error }), width, 2)),
  ];
}

/** A chance over the draws: `31 % (8-62)`. */
export const band = ({ p10, p50, p90 }: FlownMix['base'][number]) =>
  `${percent(p50, 0)} (${Math.round(100 * p10)}-${Math.round(100 * p90)})`;

function spentLine(result: SourcingResult, style: Style, width: number): string[] {
  const of = (which: FlownMix['which']) => flownOf(result, which)?.spentMusd;
  const [robust, cheapest, today] = [of('robust'), of('cheapest'), of('today')];
  if (!robust || !cheapest || !today) return [];
  const text = say('sourcing.spent', {
    robust: robust.p50,
    robustLow: robust.p10,
    robustHigh: robust.p90,
    cheapest: cheapest.p50,
    today: today.p50,
  });
  return [style.dim(wrap(text, width, 2))];
}
