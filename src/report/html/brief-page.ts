import type { Draw } from '../../figures/draw.ts';
import { NO_PARTNERS } from '../../flow/dependence-history.ts';
import type { Cause } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import { costFigures } from '../figures/cost-figures.ts';
import { jointFigure } from '../figures/joint-figure.ts';
import { answerOf, bandSentence, basisSentences, causeHead, causeRows, dateRows, dayOrYear } from '../joint-section.ts';
import { leadOf } from '../run-lead.ts';
import { page } from './html-report.ts';
import { dataTable, html, joined, Markup } from './markup.ts';

const MOST_CAUSES = 3;

/** One side of A4 or Letter, and one column on a telephone. */
const STYLE = `<style>
.brief h2 { margin: 1.1rem 0 .3rem; font-size: 1.05rem; } .brief .sentence { font-size: 1.15rem; font-weight: 600; }
.brief footer { margin-top: 1rem; border-top: 2px solid var(--ink); padding-top: .4rem; } .brief footer p, .brief footer li { font-size: .8rem; }
.brief footer ul { padding-left: 1.1rem; margin: .2rem 0; } .brief a { overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) { .brief .scroll:not(.picture) { overflow: visible; } .brief table { min-width: 0; font-size: .72rem; } .brief th, .brief td { padding-right: .4rem; overflow-wrap: anywhere; } }
@media print { .brief svg { max-height: 68mm; } .brief h1 { font-size: 15pt; } .brief h2 { margin-top: 3mm; padding-top: 1mm; } .brief table { font-size: 7.5pt; } .brief .sentence { font-size: 11pt; }
  .brief p { margin: 1mm 0; } .brief footer p, .brief footer li { font-size: 7pt; } .brief pre { font-size: 7pt; padding: 1mm 2mm; margin: 1mm 0; } }
</style>`;

/** A run as one page: the sentence, the answer by date, what decides, who is paid, and a footnote with sources and the command. */
export function briefPage(result: Result, draw: Draw): string {
  const figure = jointFigure(result) ?? costFigures(result)[0];
  const body = html`<main class="brief"><header><h1>${result.name}</h1><p class="sentence">${joined(leadOf(result))}</p></header>
${figure && html`<figure class="scroll picture"><figcaption><strong>${figure.title}</strong></figcaption>${new Markup(draw(figure))}</figure>`}${byDate(result)}${footer(result)}</main>`;
  return page(result.name, html`${new Markup(STYLE)}${body}`);
}

function byDate(result: Result): Markup | null {
  const answer = answerOf(result);
  if (!answer) return null;
  const { headline, byDate: dates } = answer;
  const { head, rows } = dateRows(
    dates,
    result.coverage.map(({ id }) => id),
  );
  const year = dayOrYear(headline.date);
  const first = headline.partners.find(({ partner }) => !NO_PARTNERS.includes(partner));
  const name = result.dependence?.money.shares.find(({ partner }) => partner === first?.partner)?.name;
  const paid = first && say('quote.takes', { name: name ?? first.partner, year, ...first.shareFraction });
  const causes = (title: string, list: readonly Cause[]) =>
    list.length > 0 && dataTable(title, causeHead(say('col.number')), causeRows(list.slice(0, MOST_CAUSES)));
  return html`${dataTable(say('joint.title'), head, rows)}<h2>${say('joint.what-decides', { year })}</h2>${
    headline.causes.length > 0
      ? causes(say('joint.head-chance'), headline.causes)
      : html`<p>${say('joint.causes-none', { draws: answer.draws.drawsCount })}</p>`
  }${causes(say('joint.head-money'), headline.costCauses)}<p>${joined([...basisSentences(headline), paid].filter(Boolean).join(' '))}</p>`;
}

function footer(result: Result): Markup {
  const answer = answerOf(result);
  const { headline, run, provenance, version } = result;
  const causes = [
    ...(headline?.causes ?? []).slice(0, MOST_CAUSES),
    ...(headline?.costCauses ?? []).slice(0, MOST_CAUSES),
  ];
  const keys = new Set(causes.map(({ source }) => source));
  const sources = provenance.sources.filter(({ key }) => keys.has(key));
  const { scenarioHash, catalogHash } = provenance;
  return html`<footer>${answer && html`<p>${joined(bandSentence(answer))}</p>`}${
    sources.length > 0 &&
    html`<p>${say('brief.sources')}</p><ul>${sources.map(
      ({ title, producer, date, url }) =>
        html`<li>${say('quote.source', { title, producer, date })}${url && html` <a href="${url}">${url}</a>`}</li>`,
    )}</ul>`
  }<p>${say('brief.made', { version, scenarioHash, catalogHash })}</p>${run && html`<pre class="command">${run.command}</pre>`}</footer>`;
}
