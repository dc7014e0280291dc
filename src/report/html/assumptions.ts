import type { InputName } from '../../flow/shield-swing.ts';
import type { PairedDifference } from '../../num/paired.ts';
import { inputWords } from '../input-words.ts';
import { count, money, percent, plain } from '../number.ts';
import { tornadoFigure } from '../svg/cost-figures.ts';
import { shieldFigure } from '../svg/shield-figures.ts';
import type { Citations } from './citations.ts';
import { dataTable, html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';
import { figureBesideTable } from './sections.ts';

const MOST_ROWS = 12;

/** The assumptions that matter most: what moves the shield, what moves the cost, each with its basis and source. */
export function assumptionParts({ result, shieldSwings }: ReportInput, citations: Citations): (Markup | null)[] {
  const { basisCount, numberCount, assumptionFraction } = result.provenance;
  const shield = shieldSwings ? shieldFigure(shieldSwings) : null;
  const tornado = tornadoFigure(result);
  return [
    html`<p>Of the ${count(numberCount)} numbers that went in, ${count(basisCount.stated)} are stated by a source, ${count(basisCount['second-hand'])} are second hand and ${percent(assumptionFraction, 0)} are assumptions. ${
      shield || tornado
        ? 'Those with a range are moved here one at a time, from low to high, all others at their value.'
        : ''
    }</p>`,
    shield && figureBesideTable(shield),
    shield && shieldTable(shieldSwings!.swings, citations),
    shieldSwings ? namesNote('Moved nothing in these raids', shieldSwings.without) : null,
    shieldSwings
      ? namesNote('Not tried, as no such missile flies at one end of the range', shieldSwings.notFlown)
      : null,
    tornado && figureBesideTable(tornado),
    costTable(result.cost?.uncertainty.tornado ?? [], citations),
  ];
}

function namesNote(words: string, inputs: readonly InputName[]): Markup | null {
  if (inputs.length === 0) return null;
  return html`<p class="note">${words}: ${inputs.map(({ element, path }) => inputWords(element, path)).join('; ')}.</p>`;
}

function shieldTable(swings: NonNullable<ReportInput['shieldSwings']>['swings'], citations: Citations): Markup {
  const through = ({ variant, difference, low, high }: PairedDifference) =>
    `${count(variant, 2)}${difference !== 0 && low <= 0 && high >= 0 ? ' (noise)' : ''}`;
  return dataTable(
    'Inputs that move the shield most; missiles that get through with the input low and high',
    ['input', 'value', 'range', 'through at low', 'through at high', 'basis', 'source'],
    swings
      .slice(0, MOST_ROWS)
      .map(({ element, path, value, low, high, atLow, atHigh }) => [
        inputWords(element, path),
        Number.isFinite(value) ? plain(value) : 'each its own',
        `${plain(low)} to ${plain(high)}`,
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
    'Inputs that move the cost most',
    ['input', 'value', 'range', 'cost at low', 'cost at high', 'basis', 'source'],
    rows
      .slice(0, MOST_ROWS)
      .map(({ element, path, value, low, high, totalAtLowMusd, totalAtHighMusd }) => [
        inputWords(element, path),
        plain(value),
        `${plain(low)} to ${plain(high)}`,
        money(totalAtLowMusd),
        money(totalAtHighMusd),
        ...restsOn(citations, element, path),
      ]),
  );
}

function restsOn(citations: Citations, element: string, path: string): [string, Markup | string] {
  const used = citations.basisOf(element, path);
  if (used) return [used.basis, citations.cite(used.source)];
  return element === 'sensors' || element === 'networks' ? ['', 'several'] : ['the scenario', ''];
}
