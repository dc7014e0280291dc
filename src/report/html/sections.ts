import type { Draw } from '../../figures/draw.ts';
import type { Figure } from '../../figures/figure.ts';
import type { CostCategory } from '../../flow/cost.ts';
import type { ExchangeAnswer } from '../../flow/exchange.ts';
import type { Result } from '../../flow/result.ts';
import type { Code, Said } from '../../flow/said.ts';
import { asItIs, count, range as fromTo, isWide, money, percent } from '../../words/numbers.ts';
import { nameIn, say, tell } from '../../words/words.ts';
import { layerHeads, layerNumbers, refusedSentences } from '../effect-section.ts';
import { constraintSentence, dateWords } from '../fielding-lines.ts';
import { loadOf } from '../raid-counts.ts';
import { raidCurveHead, raidCurveRow } from '../raid-size-section.ts';
import { lessTimeSentences } from '../run-screen.ts';
import {
  exchangeHead,
  exchangeOffenceHead,
  exchangeRow,
  exchangeSentences,
  offenceRow,
  yieldHead,
  yieldLayers,
  yieldRow,
} from '../yield-lines.ts';
import { dataTable, html, joined, Markup } from './markup.ts';

const MOST_DATA_ROWS = 500;
/** Tables up to this size are printed beside their figure; a wider one would shrink the page. */
const MOST_PRINTED_ROWS = 24;
const MOST_PRINTED_COLUMNS = 8;

/** How figures are drawn, and where what they show comes from. */
export interface Drawn {
  draw: Draw;
  /** In words, below each figure. */
  source: string;
}

/** A figure with its caption, its picture and, folded away, its numbers; on paper they stand open where they are few. */
export function figureBlock(figure: Figure, of: Drawn): Markup {
  const { rows, columns } = figure;
  return foldedFigure(figure, of, rows.length <= MOST_PRINTED_ROWS && columns.length <= MOST_PRINTED_COLUMNS);
}

/** A figure beside a table that says the same: on paper its numbers are left out. */
export function figureBesideTable(figure: Figure, of: Drawn): Markup {
  return foldedFigure(figure, of, false);
}

function foldedFigure(figure: Figure, of: Drawn, isPrinted: boolean): Markup {
  const { title, sentence, columns, rows } = figure;
  const shown = rows.slice(0, MOST_DATA_ROWS);
  const rest = rows.length - shown.length;
  const words = (cell: string | number) =>
    typeof cell === 'number' ? asItIs(Number.isInteger(cell) ? cell : Number(cell.toPrecision(6))) : cell;
  return html`<figure><div class="picture"><figcaption><strong>${title}</strong><span>${joined(sentence)}</span></figcaption><div class="scroll">${new Markup(of.draw(figure))}</div><p class="source">${of.source}</p></div>
<details class="data${isPrinted && ' printed'}"><summary>${say('report.figure-numbers')}</summary>${dataTable(
    rest > 0 ? say('report.first-rows', { shown: shown.length, rows: rows.length }) : title,
    columns,
    shown.map((row) => row.map(words)),
  )}</details></figure>`;
}

/** A section with a heading; nothing where it has nothing to show. */
export function section(id: string, title: string, parts: readonly (Markup | null | undefined)[]): Markup {
  const there = parts.filter((part) => part && part.text.trim() !== '');
  if (there.length === 0) return new Markup('');
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${there}</section>`;
}

/** The raid and what each layer did about it. */
export function shieldTables({ raid, effect, interceptorNames, coverage, raidSize }: Result): (Markup | null)[] {
  return [
    raid.length === 0
      ? null
      : dataTable(
          say('run.raid'),
          heads('missiles', 'from', 'toward', 'range', 'burn', 'flight'),
          raid.map((part) => [
            say('part.missiles', { count: part.count, name: part.name, load: loadOf(part) }),
            part.from.map(nameIn).join(', '),
            part.toward.map(nameIn).join(', '),
            `${count(part.rangeKm)} km`,
            part.burnoutS > 0 ? `${count(part.burnoutS)} s` : '-',
            `${count(part.flightS / 60)} min`,
          ]),
        ),
    effect &&
      dataTable(
        say('table.layers'),
        [say('head.layer'), say('col.what'), ...layerHeads(effect).map((key) => say(key))],
        effect.layers.map((layer) => [
          layer.id,
          nameIn(interceptorNames[layer.id] ?? ''),
          ...layerNumbers(effect, layer),
        ]),
      ),
    coverage.length === 0
      ? null
      : dataTable(
          say('run.reach'),
          [...heads('layer', 'on-orbit', 'in-reach', 'least', 'raids-none'), say('col.ideal')],
          coverage.map((layer) => [
            layer.id,
            count(layer.interceptorCount),
            count(layer.inReachMeanCount, 1),
            count(layer.inReachMinCount),
            percent(layer.inReachNoneFraction),
            layer.inReachMeanCount > 0 ? count(layer.absenteeMeanRatio) : '-',
          ]),
        ),
    ...[...(effect ? refusedSentences(effect) : []), ...lessTimeSentences(coverage)].map(
      (sentence) => html`<p class="note">${sentence}</p>`,
    ),
    raidSize ? dataTable(say('table.raid-curve'), raidCurveHead(), raidSize.curve.map(raidCurveRow)) : null,
  ];
}

/** Cost by element and by kind. */
export function costTablesOf({ cost, budgets, yields, exchange }: Result): (Markup | null)[] {
  if (!cost) return [];
  const { result, uncertainty } = cost;
  const ranges = new Map(uncertainty.elements.map(({ id, totalMusd }) => [id, totalMusd]));
  const sorted = result.elements.filter(({ totalMusd }) => totalMusd > 0).sort((a, b) => b.totalMusd - a.totalMusd);
  const kinds = Object.entries(result.categoryMusd).filter(([, musd]) => musd > 0);
  return [
    dataTable(
      say('table.elements-cost'),
      [...heads('element', 'units', 'bought'), say('col.each'), say('col.cost'), ...heads('range80', 'share')],
      sorted.map(({ id, unitCount, boughtCount, meanUnitMusd, totalMusd }) => {
        const range = ranges.get(id);
        return [
          id,
          count(unitCount),
          boughtCount > 0 ? count(boughtCount) : '',
          meanUnitMusd > 0 ? money(meanUnitMusd) : '',
          money(totalMusd),
          range && isWide(range) ? fromTo(money(range.p10), money(range.p90)) : '',
          percent(totalMusd / result.totalMusd, 1),
        ];
      }),
    ),
    dataTable(
      say('table.kinds-cost'),
      [say('col.kind'), say('col.cost'), say('head.share')],
      kinds
        .sort((a, b) => b[1] - a[1])
        .map(([kind, musd]) => [
          say(`category.${kind as CostCategory}`),
          money(musd),
          percent(musd / result.totalMusd, 1),
        ]),
    ),
    yields && yields.stopsPerRaid > 0
      ? dataTable(say('table.yields'), yieldHead(), yieldLayers(yields).map(yieldRow))
      : null,
    ...exchangeTables(exchange),
    budgets === undefined || budgets.length === 0
      ? null
      : dataTable(
          say('table.budgets'),
          [
            say('col.budget'),
            ...heads('space-interceptors', 'of-scenario'),
            say('col.cost-in-all'),
            say('head.raid-engaged'),
          ],
          budgets.map(({ budgetMusd, satelliteCount, scaleRatio, totalMusd, raidCount }) => [
            money(budgetMusd),
            satelliteCount > 0 ? count(satelliteCount) : say('part.none'),
            percent(scaleRatio, 0),
            money(totalMusd),
            raidCount === undefined ? '' : count(raidCount),
          ]),
        ),
    noteList(result.notes),
  ];
}

function exchangeTables(exchange: ExchangeAnswer | undefined): (Markup | null)[] {
  if (!exchange) return [];
  return [
    html`<p>${exchangeSentences(exchange).join(' ')}</p>`,
    exchange.layers.length === 0
      ? null
      : dataTable(say('table.exchange'), exchangeHead(), exchange.layers.map(exchangeRow)),
    Number.isFinite(exchange.marginalMusd)
      ? dataTable(say('table.offence'), exchangeOffenceHead(exchange), exchange.offence.map(offenceRow))
      : null,
    html`<p class="note">${say('exchange.note')}</p>`,
  ];
}

/** When each element stands, and what holds it back. */
export function fieldingTablesOf({ fielding }: Result): (Markup | null)[] {
  if (!fielding) return [];
  const first = fielding.elements[0];
  const held = constraintSentence(fielding.constraints);
  return [
    first === undefined
      ? null
      : dataTable(
          say('table.elements'),
          [
            ...heads('element', 'units'),
            percent(first.firstCapability.fraction, 0),
            percent(first.fullCapability.fraction, 0),
          ],
          fielding.elements.map((each) => [
            each.id,
            count(each.targetCount),
            dateWords(each.firstCapability),
            dateWords(each.fullCapability),
          ]),
        ),
    fielding.vehicles.length === 0
      ? null
      : dataTable(
          say('table.launches'),
          [...heads('vehicle', 'launches'), say('col.failures-mean'), say('col.not-flying')],
          fielding.vehicles.map(({ id, launchCount, failureCount, groundedFraction }) => [
            id,
            `${count(launchCount.p50)} (${fromTo(count(launchCount.p10), count(launchCount.p90))})`,
            count(failureCount.mean, 1),
            percent(groundedFraction, 0),
          ]),
        ),
    held === '' ? null : html`<p>${held}</p>`,
    noteList(fielding.notes),
  ];
}

export function noteList(notes: readonly Said[]): Markup | null {
  return notes.length === 0 ? null : html`<ul class="note">${notes.map((note) => html`<li>${tell(note)}</li>`)}</ul>`;
}

type Head = Code extends infer Any ? (Any extends `head.${infer Key}` ? Key : never) : never;

function heads(...keys: Head[]): string[] {
  return keys.map((key) => say(`head.${key}`));
}
