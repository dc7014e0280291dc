import { said } from '../../flow/said.ts';
import type { InputName } from '../../flow/shield-swing.ts';
import type { PairedDifference } from '../../num/paired.ts';
import { count, money, plain, range } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { tornadoFigure } from '../figures/cost-figures.ts';
import { shieldFigure } from '../figures/shield-figures.ts';
import { inputWords } from '../input-words.ts';
import type { Citations } from './citations.ts';
import { dataTable, html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';
import { type Drawn, figureBesideTable } from './sections.ts';

const MOST_ROWS = 12;

/** The assumptions that matter most: what moves the shield, what moves the cost, each with its basis and source. */
export function assumptionParts(
  { result, shieldSwings }: ReportInput,
  of: Drawn,
  citations: Citations,
): (Markup | null)[] {
  const { basisCount, numberCount, assumptionFraction } = result.provenance;
  const shield = shieldSwings ? shieldFigure(shieldSwings) : null;
  const tornado = tornadoFigure(result);
  return [
    html`<p>${say('assume.numbers', {
      count: numberCount,
      stated: basisCount.stated,
      secondHand: basisCount['second-hand'],
      share: assumptionFraction,
      moved: shield || tornado ? said('assume.moved') : '',
    })}</p>`,
    shield && figureBesideTable(shield, of),
    shield && shieldTable(shieldSwings!.swings, citations),
    shieldSwings ? namesNote('assume.nothing', shieldSwings.without) : null,
    shieldSwings ? namesNote('assume.not-flown', shieldSwings.notFlown) : null,
    tornado && figureBesideTable(tornado, of),
    costTable(result.cost?.uncertainty.tornado ?? [], citations),
  ];
}

function namesNote(code: 'assume.nothing' | 'assume.not-flown', inputs: readonly InputName[]): Markup | null {
  if (inputs.length === 0) return null;
  const list = inputs.map(({ element, path }) => inputWords(element, path)).join(say('join.semicolon'));
  return html`<p class="note">${say(code, { list })}</p>`;
}

function shieldTable(swings: NonNullable<ReportInput['shieldSwings']>['swings'], citations: Citations): Markup {
  const through = ({ variant, difference, low, high }: PairedDifference) =>
    difference !== 0 && low <= 0 && high >= 0 ? say('assume.noise', { value: count(variant, 2) }) : count(variant, 2);
  return dataTable(
    say('assume.shield'),
    (['input', 'value', 'range', 'through-low', 'through-high', 'basis', 'source'] as const).map((key) =>
      say(`col.${key}`),
    ),
    swings
      .slice(0, MOST_ROWS)
      .map(({ element, path, value, low, high, atLow, atHigh }) => [
        inputWords(element, path),
        Number.isFinite(value) ? plain(value) : say('assume.each-its-own'),
        range(plain(low), plain(high)),
        through(atLow),
        through(atHigh),
        ...restsOn(citations, element, path),
      ]),
  );
}

/** Inputs that move the cost most, each with its basis and source. */
function costTable(
  rows: NonNullable<ReportInput['result']['cost']>['uncertainty']['tornado'],
  citations: Citations,
): Markup | null {
  if (rows.length === 0) return null;
  return dataTable(
    say('assume.cost'),
    (['input', 'value', 'range', 'cost-low', 'cost-high', 'basis', 'source'] as const).map((key) => say(`col.${key}`)),
    rows
      .slice(0, MOST_ROWS)
      .map(({ element, path, value, low, high, totalAtLowMusd, totalAtHighMusd }) => [
        inputWords(element, path),
        plain(value),
        range(plain(low), plain(high)),
        money(totalAtLowMusd),
        money(totalAtHighMusd),
        ...restsOn(citations, element, path),
      ]),
  );
}

function restsOn(citations: Citations, element: string, path: string): [string, Markup | string] {
  const used = citations.basisOf(element, path);
  if (used) return [say(`basis.${used.basis}`), citations.cite(used.source)];
  const isSeveral = element === 'sensors' || element === 'networks';
  return isSeveral ? ['', say('assume.several')] : [say('assume.the-scenario'), ''];
}
