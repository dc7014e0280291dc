import type { UsedNumber } from '../../flow/architecture.ts';
import { count, short } from '../number.ts';
import { costFigures } from '../svg/cost-figures.ts';
import { effectFigures, storyFigure } from '../svg/effect-figures.ts';
import { fieldingFigures } from '../svg/fielding-figures.ts';
import { mapFigure } from '../svg/map-figures.ts';
import { answersSection } from './answers.ts';
import { assumptionParts } from './assumptions.ts';
import { certificateParts } from './certificate-section.ts';
import { Citations, sourcesSection } from './citations.ts';
import { dependenceParts } from './dependence-section.ts';
import { dataTable, html, Markup } from './markup.ts';
import { messageTables } from './message-tables.ts';
import type { ReportInput } from './report-input.ts';
import { costTablesOf, fieldingTablesOf, figureBlock, noteList, section, shieldTables } from './sections.ts';
import { reportStyle } from './style.ts';

/**
 * A run as one HTML page: answers first, then what they rest on. Needs no script, no font and no network; prints on A4 and Letter.
 */
export function htmlReport(input: ReportInput): string {
  const { result, uses, maps } = input;
  const citations = new Citations(result.provenance, uses);
  const story = storyFigure(result);
  const blocks = (figures: Parameters<typeof figureBlock>[0][]) => figures.map(figureBlock);
  const [leaks, leakers, times] = ['leak-reasons', 'leakers', 'time-budget'].map((id) =>
    effectFigures(result).filter((figure) => figure.id === id),
  );
  const sections = [
    answersSection(input),
    section('assumptions', 'The assumptions that matter most', assumptionParts(input, citations)),
    section('shield', 'The shield', [...shieldTables(result), ...blocks(leakers!)]),
    section('timeline', 'From launch to intercept', [story && figureBlock(story), ...blocks(times!)]),
    section('leaks', 'Why missiles got through', blocks(leaks!)),
    section('messages', 'How messages travel', messageTables(result.networks)),
    section('cost', 'Cost', [...blocks(costFigures(result)), ...costTablesOf(result)]),
    section('dependence', 'Dependence', dependenceParts(input)),
    section('fielding', 'Fielding', [...blocks(fieldingFigures(result)), ...fieldingTablesOf(result)]),
    section('reach', 'Where it works', (maps ?? []).map(mapFigure).map(figureBlock)),
    section('laws', 'Laws that hold', certificateParts(input.certificate)),
    section('notes', 'Notes', [noteList(result.notes)]),
    sourcesSection(result.provenance),
    repeatSection(input, citations),
  ];
  return page(result.name, html`<main>${head(input)}${contents(sections)}${sections}</main>`);
}

/** A page around some markup; refuses scripts and anything from outside. */
export function page(title: string, body: Markup): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="cupola">
${html`<title>${title}</title>`.text}
<style>${reportStyle}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

/** Links to the sections that there are. */
function contents(sections: readonly Markup[]): Markup {
  const heads = sections.flatMap(({ text }) => [...text.matchAll(/<h2 id="(\w+)">([^<]+)<\/h2>/g)]);
  return html`<nav aria-label="Contents">${heads.map(([, id, title]) => html`<a href="#${id}">${new Markup(title!)}</a>`)}</nav>`;
}

function head({ result, scenarioName }: ReportInput): Markup {
  const { name, description, trials, trialsAsked, seed, version } = result;
  const early =
    trials < trialsAsked ? `The run was stopped early: ${count(trials)} of ${count(trialsAsked)} raids.` : null;
  const raids = trials > 0 ? `, ${count(trials)} ${trials === 1 ? 'raid' : 'raids'}, seed ${seed}` : '';
  return html`<header><h1>${name}</h1>${description && html`<p class="lead">${description}</p>`}${
    early && html`<p><strong>${early}</strong></p>`
  }<p class="note">${scenarioName ?? 'A scenario'}${raids}, cupola ${version}. <a href="#repeat">How to repeat it</a>.</p></header>`;
}

function repeatSection(input: ReportInput, citations: Citations): Markup {
  const { result, scenarioText, scenarioName, uses, repeat } = input;
  const { seed, trials, version, provenance, epochUtc } = result;
  const plain = `cupola run ${scenarioName ?? 'SCENARIO.yaml'} --seed ${seed}${trials > 0 ? ` --trials ${trials}` : ''}`;
  return html`<section aria-labelledby="repeat"><h2 id="repeat">To repeat this run</h2>
<pre class="command">${result.run?.command ?? plain}</pre>
<p>gives the same numbers with the same version, catalog and scenario, on any number of threads.${
    repeat && ' With --json at its end, what it prints has the SHA-256 below.'
  }</p>
<dl><dt>Version</dt><dd>cupola ${version}</dd><dt>Seed</dt><dd>${seed}</dd>${trials > 0 && html`<dt>Raids</dt><dd>${count(trials)}</dd>`}
<dt>Epoch</dt><dd>${epochUtc}</dd><dt>Scenario hash</dt><dd><code>${provenance.scenarioHash}</code></dd>
<dt>Catalog hash</dt><dd><code>${provenance.catalogHash}</code></dd>${
    repeat && html`<dt>Result, SHA-256</dt><dd><code>${repeat.resultSha256}</code></dd>`
  }${repeat?.elements.map(
    ({ id, file, sha256 }) => html`<dt>Elements of ${id}</dt><dd>${file}, SHA-256 <code>${sha256}</code></dd>`,
  )}</dl>
${scenarioText === undefined ? '' : html`<h3>The scenario</h3><pre>${scenarioText}</pre>`}
${uses && uses.length > 0 ? usedNumbers(uses, provenance.numberCount, citations) : ''}</section>`;
}

/** Every number that went in, folded away. */
function usedNumbers(uses: readonly UsedNumber[], numberCount: number, citations: Citations): Markup {
  const rows = uses.map(({ element, path, value, low, high, basis, source, where }) => [
    `${element} ${path}`,
    Math.abs(value) >= 1e6 || value === 0 || Number.isInteger(value)
      ? String(value)
      : String(Number(value.toPrecision(8))),
    low === undefined && high === undefined
      ? ''
      : `${low === undefined ? '' : short(low)} to ${high === undefined ? '' : short(high)}`,
    basis,
    html`${citations.cite(source)} ${where}`,
  ]);
  return html`<details class="data"><summary>All ${count(numberCount)} numbers that went in, with their sources</summary>${dataTable(
    `Numbers of the catalog and of the scenario${uses.length > numberCount ? '; the price index, with a row a year, counts as one' : ''}`,
    ['number', 'value', 'range', 'basis', 'source and place'],
    rows,
  )}</details>`;
}
