import type { Draw } from '../../figures/draw.ts';
import type { Figure } from '../../figures/figure.ts';
import type { StudyResult } from '../../flow/study.ts';
import { count, money, percent, range, short } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';
import { page } from '../html/html-report.ts';
import { dataTable, html, type Markup } from '../html/markup.ts';
import { figureBlock } from '../html/sections.ts';
import { frontierFigure } from './frontier-figure.ts';
import { frontierSentence } from './frontier-text.ts';
import { valueWords } from './input-words.ts';
import { capital, goalWords, outputWords } from './output-words.ts';
import { studyFigures } from './study-figures.ts';
import { effectHeads, fixedWords, frontierTable, POINTS_FILE } from './study-text.ts';
import { varyingInputs } from './varying.ts';
import { worstCaseFigure, worstCaseSentence, worstCaseTable } from './worst-case-text.ts';

/** Rows of the table of design points; the rest stands in points.parquet. */
const MAX_ROWS = 500;
/** A longer table is folded away. */
const MAX_OPEN_ROWS = 60;
/** Values of an input that are named one by one. */
const MAX_VALUES = 8;

/** A study as one HTML page that needs no script and no network. */
export function studyPage(result: StudyResult, draw: Draw): string {
  const source = say('sweep.source', {
    study: result.studyHash,
    catalog: result.catalogHash,
    version: result.version,
  });
  const of = { draw, source };
  const blocks = (figures: readonly Figure[]) => figures.map((figure) => figureBlock(figure, of));
  const { name, description, points, scenario } = result;
  const trials = points.reduce((sum, point) => sum + point.trials, 0);
  const lead = say('sweep.page-lead', { points: points.length, scenario, trials, fixed: fixedWords(result) });
  return page(
    name,
    html`<main class="study"><header><h1>${name}</h1>${description && html`<p class="lead">${description}</p>`}<p>${lead}</p></header>
${result.worstCase && worstCaseSection(result, blocks(worstCaseFigure(result)))}
${result.frontier && frontierSection(result, blocks(frontierFigure(result)))}
${studyFigures(result).map(({ output, figures }) => html`<section><h2>${capital(outputWords(output).name)}</h2>${blocks(figures)}</section>`)}
<section><h2>${say('sweep.points')}</h2>${foldLong(points.length, pointTable(result))}</section>
<section><h2>${say('sweep.varies')}</h2>${inputTable(result)}</section>
${result.failures.length > 0 && failureSection(result)}
${result.notes.length > 0 && html`<section><h2>${say('report.notes')}</h2><ul>${result.notes.map((note) => html`<li>${tell(note)}</li>`)}</ul></section>`}
<section><h2>${say('sweep.repeat')}</h2><dl><dt>${say('report.version')}</dt><dd>cupola ${result.version}</dd><dt>${say('sweep.catalog')}</dt><dd><code>${result.catalogHash}</code></dd>
<dt>${say('sweep.study')}</dt><dd><code>${result.studyHash}</code></dd><dt>${say('sweep.result')}</dt><dd><code>${result.resultHash}</code></dd></dl></section></main>`,
  );
}

function frontierSection(result: StudyResult, figures: Markup[]): Markup {
  const { frontier } = result;
  const { title, head, rows } = frontierTable(result);
  const caption = say('sweep.frontier-caption', { title });
  const where = { output: outputWords(frontier!.output).name, goal: goalWords(frontier!) };
  return html`<section><h2>${say('sweep.where-level', where)}</h2><p>${frontierSentence(result)}</p>${figures}${dataTable(caption, head, rows)}</section>`;
}

function worstCaseSection(result: StudyResult, figures: Markup[]): Markup {
  const { caption, head, rows } = worstCaseTable(result);
  return html`<section><h2>${say('sweep.worst-case')}</h2><p>${worstCaseSentence(result)}</p>${figures}${dataTable(caption, head, rows)}</section>`;
}

/** What each input is, where it lies in the scenario and which values it takes. */
function inputTable(result: StudyResult): Markup {
  const rows = result.inputs.map(({ name, label, paths }, index) => {
    const values = new Map(result.points.map(({ values }) => [JSON.stringify(values[index]), values[index]]));
    const words = [...values.values()].map((value) => valueWords(result, index, value));
    const numbers = [...values.values()].filter((value) => typeof value === 'number');
    const isRange = numbers.length === values.size && values.size > MAX_VALUES;
    const end = (value: number) => valueWords(result, index, value);
    const shown = isRange
      ? range(end(Math.min(...numbers)), end(Math.max(...numbers)))
      : words.slice(0, MAX_VALUES).join(say('join.semicolon'));
    const rest =
      !isRange && words.length > MAX_VALUES ? say('sweep.more-values', { count: words.length - MAX_VALUES }) : '';
    return [label ? `${label} (${name})` : name, paths.join(', '), shown + rest];
  });
  return dataTable(say('sweep.varies-caption'), [say('sweep.input'), say('sweep.place'), say('sweep.values')], rows);
}

function foldLong(rowCount: number, table: Markup): Markup {
  return rowCount > MAX_OPEN_ROWS
    ? html`<details><summary>${say('sweep.count-points', { count: rowCount })}</summary>${table}</details>`
    : table;
}

function pointTable(result: StudyResult): Markup {
  const hasEffect = result.points.some(({ columns }) => columns.noLeaker !== undefined);
  const hasCost = result.points.some(({ columns }) => Number.isFinite(columns.totalMusd));
  const varying = varyingInputs(result);
  const head = varying.map((index) => result.inputs[index].label ?? result.inputs[index].name);
  if (hasEffect) head.push(...effectHeads());
  if (hasCost) head.push(say('head.cost'));
  const rows = result.points.slice(0, MAX_ROWS).map(({ values, columns, trials }) => {
    const cells = varying.map((index) => valueWords(result, index, values[index]));
    const at = (name: string) => columns[name] ?? Number.NaN;
    if (hasEffect)
      cells.push(
        percent(at('noLeaker')),
        range(percent(at('noLeaker.low')), percent(at('noLeaker.high'))),
        short(at('expectedLeakers')),
        count(trials),
      );
    if (hasCost) cells.push(money(at('totalMusd')));
    return cells;
  });
  const rest = result.points.length - MAX_ROWS;
  const caption =
    rest > 0 ? say('sweep.first-points', { first: MAX_ROWS, count: rest, file: POINTS_FILE }) : say('sweep.with-ci');
  return dataTable(caption, head, rows);
}

function failureSection({ failures }: StudyResult): Markup {
  const rows = failures.map(({ shard, inputs, error }) => [shard, JSON.stringify(inputs), error]);
  return html`<section><h2>${say('sweep.what-failed')}</h2>${dataTable(say('sweep.tried'), [say('sweep.part'), say('sweep.inputs'), say('sweep.error')], rows)}</section>`;
}
