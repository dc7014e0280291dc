import type { StudyResult } from '../../flow/study.ts';
import { page } from '../html/html-report.ts';
import { dataTable, html, type Markup } from '../html/markup.ts';
import { figureBlock } from '../html/sections.ts';
import { count, money, percent, short } from '../number.ts';
import { frontierBand, frontierSentence, frontierWord } from './frontier-text.ts';
import { inputLabel, outputWords } from './output-words.ts';
import { frontierFigure, studyFigures } from './study-figures.ts';
import { fixedWords } from './study-text.ts';
import { varyingInputs } from './varying.ts';

const MAX_ROWS = 500;

/** A study as one HTML page that needs no script and no network. */
export function studyPage(result: StudyResult): string {
  const { name, description, points, scenario } = result;
  const trials = points.reduce((sum, point) => sum + point.trials, 0);
  const lead = `${count(points.length)} design points of "${scenario}", ${count(trials)} trials${fixedWords(result)}.`;
  return page(
    name,
    html`<main><header><h1>${name}</h1>${description && html`<p class="lead">${description}</p>`}<p>${lead}</p></header>
${result.frontier && frontierSection(result)}
<section><h2>Pictures</h2>${studyFigures(result).map(figureBlock)}</section>
<section><h2>Design points</h2>${pointTable(result)}</section>
${result.failures.length > 0 && failureSection(result)}
${result.notes.length > 0 && html`<section><h2>Notes</h2><ul>${result.notes.map((note) => html`<li>${note}</li>`)}</ul></section>`}
<section><h2>To repeat it</h2><dl><dt>Version</dt><dd>cupola ${result.version}</dd><dt>Catalog</dt><dd><code>${result.catalogHash}</code></dd>
<dt>Study</dt><dd><code>${result.studyHash}</code></dd><dt>Result</dt><dd><code>${result.resultHash}</code></dd></dl></section></main>`,
  );
}

function frontierSection(result: StudyResult): Markup {
  const { output, atLeast, along, rows } = result.frontier!;
  const others = varyingInputs(result).filter((index) => result.inputs[index]!.name !== along);
  const { name, show } = outputWords(output);
  const cells = rows.map((row) => [
    ...others.map((index) => inputLabel(result, index, row.inputs[result.inputs[index]!.name])),
    frontierWord(row),
    frontierBand(row),
    money(row.totalMusd),
  ]);
  const head = [...others.map((index) => result.inputs[index]!.name), along, '95 %', 'cost'];
  const caption = `Smallest ${along} for ${name} of ${show(atLeast)} or more, straight lines between the levels; cost there`;
  return html`<section><h2>Where ${name} reaches ${show(atLeast)}</h2><p>${frontierSentence(result)}</p>${frontierFigure(result).map(figureBlock)}${dataTable(caption, head, cells)}</section>`;
}

function pointTable(result: StudyResult): Markup {
  const hasEffect = result.points.some(({ columns }) => columns.noLeaker !== undefined);
  const hasCost = result.points.some(({ columns }) => Number.isFinite(columns.totalMusd));
  const varying = varyingInputs(result);
  const head = varying.map((index) => result.inputs[index]!.name);
  if (hasEffect) head.push('no leaker', '95 %', 'leakers', 'trials');
  if (hasCost) head.push('cost');
  const rows = result.points.slice(0, MAX_ROWS).map(({ values, columns, trials }) => {
    const cells = varying.map((index) => inputLabel(result, index, values[index]));
    const at = (name: string) => columns[name] ?? Number.NaN;
    if (hasEffect)
      cells.push(
        percent(at('noLeaker')),
        `${percent(at('noLeaker.low'))} to ${percent(at('noLeaker.high'))}`,
        short(at('expectedLeakers')),
        count(trials),
      );
    if (hasCost) cells.push(money(at('totalMusd')));
    return cells;
  });
  const rest = result.points.length - MAX_ROWS;
  const caption =
    rest > 0 ? `The first ${MAX_ROWS}; ${count(rest)} more in points.parquet` : 'Shares with their 95 % interval';
  return dataTable(caption, head, rows);
}

function failureSection({ failures }: StudyResult): Markup {
  const rows = failures.map(({ shard, inputs, error }) => [shard, JSON.stringify(inputs), error]);
  return html`<section><h2>What failed</h2>${dataTable('Each was tried three times', ['part', 'inputs', 'error'], rows)}</section>`;
}
