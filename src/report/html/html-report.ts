import type { UsedNumber } from '../../flow/architecture.ts';
import { said } from '../../flow/said.ts';
import { asItIs, count, range, short } from '../../words/numbers.ts';
import { say, spoken } from '../../words/words.ts';
import { fallSentences } from '../falls.ts';
import { costFigures } from '../figures/cost-figures.ts';
import { effectFigures, storyFigure } from '../figures/effect-figures.ts';
import { fallFigure } from '../figures/fall-figure.ts';
import { fieldingFigures } from '../figures/fielding-figures.ts';
import { mapFigure } from '../figures/map-figures.ts';
import { leadOf } from '../run-lead.ts';
import { runQuote } from '../run-quote.ts';
import { answersSection } from './answers.ts';
import { assumptionParts } from './assumptions.ts';
import { certificateParts } from './certificate-section.ts';
import { Citations, sourcesSection } from './citations.ts';
import { claimParts } from './claims-section.ts';
import { dependenceParts } from './dependence-section.ts';
import { jointParts } from './joint-parts.ts';
import { dataTable, html, joined, Markup } from './markup.ts';
import { loadTables, messageTables } from './message-tables.ts';
import type { ReportInput } from './report-input.ts';
import {
  costTablesOf,
  type Drawn,
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
  const of: Drawn = { draw: input.draw, source: sourceOf(input) };
  const citations = new Citations(result.provenance, uses);
  const story = storyFigure(result);
  const blocks = (figures: Parameters<typeof figureBlock>[0][]) => figures.map((figure) => figureBlock(figure, of));
  const [leaks, leakers, times, groupTimes] = ['leak-reasons', 'leakers', 'time-budget', 'time-budget-groups'].map(
    (id) => effectFigures(result).filter((figure) => figure.id === id),
  );
  const sections = [
    answersSection(input),
    section('by-date', say('joint.title'), jointParts(result, of)),
    section('claims', say('claim.title'), claimParts(result)),
    section('assumptions', say('report.assumptions'), assumptionParts(input, of, citations)),
    section('shield', say('report.shield'), [...shieldTables(result), ...blocks(leakers)]),
    section('timeline', say('report.timeline'), [
      story && figureBlock(story, of),
      ...blocks(times),
      ...blocks(groupTimes),
    ]),
    section('leaks', say('report.leaks'), blocks(leaks)),
    section('falls', say('report.falls'), fallPartsOf(result, of)),
    section('messages', say('report.messages'), [...messageTables(result.networks), ...loadTables(result.load)]),
    section('cost', say('report.cost'), [...blocks(costFigures(result)), ...costTablesOf(result)]),
    section('dependence', say('report.dependence'), dependenceParts(input, of)),
    section('fielding', say('report.fielding'), [...blocks(fieldingFigures(result)), ...fieldingTablesOf(result)]),
    section('reach', say('report.reach'), blocks((maps ?? []).map(mapFigure))),
    section('laws', say('report.laws'), certificateParts(input.certificate)),
    section('notes', say('report.notes'), [noteList(result.notes)]),
    section('quote', say('quote.title'), [quoteParts(result)]),
    sourcesSection(result.provenance),
    repeatSection(input, citations),
  ];
  return page(result.name, html`<main>${head(input)}${contents(sections)}${sections}</main>`);
}

/** A page around some markup; refuses scripts and anything from outside. */
export function page(title: string, body: Markup): string {
  return `<!doctype html>
<html lang="${spoken().code}">
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

/** What can be quoted of the run, how it stands, and the footnote. */
function quoteParts(result: ReportInput['result']): Markup {
  const { sentence, stands, verdictCommand, footnote, command } = runQuote(result, leadOf(result));
  const line = (words: string | undefined) => words !== undefined && html`<pre class="command">${words}</pre>`;
  return html`<blockquote>${joined(sentence)}</blockquote>${stands !== undefined && html`<p>${joined(stands)}</p>`}${line(verdictCommand)}${footnote.map(
    (each) => html`<p class="note">${joined(each)}</p>`,
  )}${line(command)}`;
}

/** Where missiles hit in boost fall. */
function fallPartsOf(result: ReportInput['result'], of: Drawn): (Markup | null)[] {
  const figure = fallFigure(result);
  const sentences = fallSentences(result);
  return [sentences.length > 0 ? html`<p>${joined(sentences.join(' '))}</p>` : null, figure && figureBlock(figure, of)];
}

/** Links to the sections that there are. */
function contents(sections: readonly Markup[]): Markup {
  const heads = sections.flatMap(({ text }) => [...text.matchAll(/<h2 id="(\w+)">([^<]+)<\/h2>/g)]);
  return html`<nav aria-label="${say('report.contents')}">${heads.map(([, id, title]) => html`<a href="#${id}">${new Markup(title)}</a>`)}</nav>`;
}

function head({ result, scenarioName }: ReportInput): Markup {
  const { name, description, trials, trialsAsked, seed, version } = result;
  const early = trials < trialsAsked ? say('report.stopped-early', { done: trials, asked: trialsAsked }) : null;
  const words = say('report.head', {
    scenario: scenarioName ?? said('report.a-scenario'),
    raids: trials > 0 ? said('report.raids-seed', { count: trials, seed: String(seed) }) : '',
    version,
  });
  return html`<header><h1>${name}</h1>${description && html`<p class="lead">${description}</p>`}${
    early && html`<p><strong>${early}</strong></p>`
  }<p class="note">${words} <a href="#repeat">${say('report.how-to-repeat')}</a>.</p></header>`;
}

/** The run behind the figures, in words. */
function sourceOf({ result, scenarioName }: ReportInput): string {
  const { trials, seed, version, provenance } = result;
  const { scenarioHash, catalogHash } = provenance;
  return say('figure.source', {
    scenario: scenarioName ?? said('report.a-scenario'),
    raids: trials > 0 ? said('report.raids-seed', { count: trials, seed: String(seed) }) : '',
    version,
    scenarioHash,
    catalogHash,
  });
}

function repeatSection(input: ReportInput, citations: Citations): Markup {
  const { result, scenarioText, scenarioName, uses } = input;
  const { seed, trials, version, provenance, epochUtc, repeat } = result;
  const plain = `cupola run ${scenarioName ?? 'SCENARIO.yaml'} --seed ${seed}${trials > 0 ? ` --trials ${trials}` : ''}`;
  return html`<section aria-labelledby="repeat"><h2 id="repeat">${say('report.repeat')}</h2>
<pre class="command">${result.run?.command ?? plain}</pre>
<p>${say('report.repeat-same')}${repeat && say('report.repeat-hash')}</p>
<dl><dt>${say('report.version')}</dt><dd>cupola ${version}</dd><dt>${say('report.seed')}</dt><dd>${seed}</dd>${trials > 0 && html`<dt>${say('report.raids')}</dt><dd>${count(trials)}</dd>`}
<dt>${say('report.epoch')}</dt><dd>${epochUtc}</dd><dt>${say('report.scenario-hash')}</dt><dd><code>${provenance.scenarioHash}</code></dd>
<dt>${say('report.catalog-hash')}</dt><dd><code>${provenance.catalogHash}</code></dd>${
    repeat && html`<dt>${say('report.result-hash')}</dt><dd><code>${repeat.answerSha256}</code></dd>`
  }${repeat?.files.map(
    ({ element, name, sha256 }) =>
      element !== undefined &&
      html`<dt>${say('report.elements-of', { id: element })}</dt><dd>${name}, SHA-256 <code>${sha256}</code></dd>`,
  )}</dl>
${repeat && html`<details class="data"><summary>${say('report.the-record')}</summary><pre class="record">${JSON.stringify(repeat)}</pre></details>`}
${scenarioText === undefined ? '' : html`<h3>${say('report.the-scenario')}</h3><pre>${scenarioText}</pre>`}
${uses && uses.length > 0 ? usedNumbers(uses, provenance.numberCount, citations) : ''}</section>`;
}

/** Every number that went in, folded away. */
function usedNumbers(uses: readonly UsedNumber[], numberCount: number, citations: Citations): Markup {
  const rows = uses.map(({ element, path, value, low, high, basis, source, where }) => [
    `${element} ${path}`,
    asItIs(Math.abs(value) >= 1e6 || Number.isInteger(value) ? value : Number(value.toPrecision(8))),
    low === undefined && high === undefined
      ? ''
      : range(low === undefined ? '' : short(low), high === undefined ? '' : short(high)),
    say(`basis.${basis}`),
    html`${citations.cite(source)} ${where}`,
  ]);
  return html`<details class="data"><summary>${say('report.all-numbers', { count: numberCount })}</summary>${dataTable(
    uses.length > numberCount ? say('report.numbers-of-index') : say('report.numbers-of'),
    (['number', 'value', 'range', 'basis', 'source-place'] as const).map((key) => say(`col.${key}`)),
    rows,
  )}</details>`;
}
