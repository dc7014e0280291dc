import type { UsedNumber } from '../../flow/architecture.ts';
import { count, short } from '../number.ts';
import { costFigures, tornadoFigure } from '../svg/cost-figures.ts';
import { effectFigures, storyFigure } from '../svg/effect-figures.ts';
import { fieldingFigures } from '../svg/fielding-figures.ts';
import { mapFigure } from '../svg/map-figures.ts';
import { answersSection } from './answers.ts';
import { Citations, sourcesSection } from './citations.ts';
import { dependenceParts } from './dependence-section.ts';
import { dataTable, html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';
import {
  assumptionTable,
  costTablesOf,
  fieldingTablesOf,
  figureBlock,
  noteList,
  section,
  shieldTables,
} from './sections.ts';
import { reportStyle } from './style.ts';

/**
 * A run as one HTML page: answers first, then what they rest on. Needs no script, no font and no network; prints on A4 and Letter.
 */
export function htmlReport(input: ReportInput): string {
  const { result, uses, maps } = input;
  const citations = new Citations(result.provenance, uses);
  const tornado = tornadoFigure(result);
  const story = storyFigure(result);
  const blocks = (figures: Parameters<typeof figureBlock>[0][]) => figures.map(figureBlock);
  const [leaks, leakers, times] = ['leak-reasons', 'leakers', 'time-budget'].map((id) =>
    effectFigures(result).filter((figure) => figure.id === id),
  );
  const body = [
    head(input),
    answersSection(input),
    section('assumptions', 'The assumptions that matter most', [
      tornado && figureBlock(tornado),
      assumptionTable(result, citations),
    ]),
    section('shield', 'The shield', [...shieldTables(result), ...blocks(leakers!)]),
    section('timeline', 'From launch to intercept', [story && figureBlock(story), ...blocks(times!)]),
    section('leaks', 'Why missiles got through', blocks(leaks!)),
    section('cost', 'Cost', [...blocks(costFigures(result)), ...costTablesOf(result)]),
    section('dependence', 'Dependence', dependenceParts(input)),
    section('fielding', 'Fielding', [...blocks(fieldingFigures(result)), ...fieldingTablesOf(result)]),
    section('reach', 'Where it works', (maps ?? []).map(mapFigure).map(figureBlock)),
    section('notes', 'Notes', [noteList(result.notes)]),
    sourcesSection(result.provenance),
    repeatSection(input, citations),
  ];
  return page(result.name, html`<main>${body}</main>`);
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

function head({ result }: ReportInput): Markup {
  const { name, description, trials, trialsAsked } = result;
  const early =
    trials < trialsAsked ? `The run was stopped early: ${count(trials)} of ${count(trialsAsked)} raids.` : null;
  return html`<header><h1>${name}</h1>${description && html`<p class="lead">${description}</p>`}${
    early && html`<p><strong>${early}</strong></p>`
  }</header>`;
}

function repeatSection({ result, scenarioText, scenarioName, uses }: ReportInput, citations: Citations): Markup {
  const { seed, trials, version, provenance, epochUtc } = result;
  const file = scenarioName ?? 'SCENARIO.yaml';
  return html`<section aria-labelledby="repeat"><h2 id="repeat">To repeat this run</h2>
<p><code>cupola run ${file} --seed ${seed}${trials > 0 ? ` --trials ${trials}` : ''}</code> gives the same numbers with the same version, catalog and scenario.</p>
<dl><dt>Version</dt><dd>cupola ${version}</dd><dt>Seed</dt><dd>${seed}</dd><dt>Raids</dt><dd>${count(trials)}</dd>
<dt>Epoch</dt><dd>${epochUtc}</dd><dt>Scenario hash</dt><dd><code>${provenance.scenarioHash}</code></dd>
<dt>Catalog hash</dt><dd><code>${provenance.catalogHash}</code></dd></dl>
${scenarioText === undefined ? '' : html`<h3>The scenario</h3><pre>${scenarioText}</pre>`}
${uses && uses.length > 0 ? usedNumbers(uses, citations) : ''}</section>`;
}

/** Every number that went in, folded away. */
function usedNumbers(uses: readonly UsedNumber[], citations: Citations): Markup {
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
  return html`<details class="data"><summary>All ${count(uses.length)} numbers that went in, with their sources</summary>${dataTable(
    'Numbers of the catalog and of the scenario',
    ['number', 'value', 'range', 'basis', 'source and place'],
    rows,
  )}</details>`;
}
