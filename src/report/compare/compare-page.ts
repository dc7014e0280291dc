import type { Draw } from '../../figures/draw.ts';
import type { Figure } from '../../figures/figure.ts';
import type { LaunchMap } from '../../flow/launch-map.ts';
import { say } from '../../words/words.ts';
import { page } from '../html/html-report.ts';
import { dataTable, html } from '../html/markup.ts';
import { figureBlock } from '../html/sections.ts';
import { type ComparedCase, compareFigures } from './compare-figures.ts';
import { compareMaps } from './compare-maps.ts';
import { type Comparison, headline, resultRows } from './compare-screen.ts';
import { inputRows } from './input-rows.ts';

/** A case of a comparison with its maps, where it was run. */
export type PageCase = ComparedCase & { maps: readonly LaunchMap[] };

/** Two cases side by side as one page: what differs in, what differs out, charts of both, maps where they were run. */
export function comparePage(comparison: Comparison, a: PageCase, b: PageCase, draw: Draw): string {
  const { inputs, areInputsCompared, results, method } = comparison;
  const real = results.filter(({ isReal }) => isReal).length;
  const title = say('compare.title', { a: a.name, b: b.name });
  const maps = compareMaps([a.name, b.name], a.maps, b.maps);
  const of = { draw, source: say('figure.source-command', { command: [a.name, b.name].join('; ') }) };
  const blocks = (figures: readonly Figure[]) => figures.map((figure) => figureBlock(figure, of));
  return page(
    title,
    html`<main><h1>${title}</h1><p class="lead">${headline(comparison)}</p>
<section aria-labelledby="inputs"><h2 id="inputs">${say('compare.inputs')}</h2>${
      inputs.length === 0
        ? html`<p>${areInputsCompared ? say('compare.no-inputs') : say('compare.not-compared')}</p>`
        : dataTable(say('compare.values'), [say('compare.input'), a.name, b.name], inputRows(inputs))
    }</section>
<section aria-labelledby="results"><h2 id="results">${say('compare.results')}</h2><p>${say('compare.beyond', { real, all: results.length })}</p>${dataTable(
      say('compare.second-less-first'),
      [
        say('compare.result'),
        a.name,
        b.name,
        ...(['difference', 'interval', 'verdict'] as const).map((key) => say(`compare.${key}`)),
      ],
      resultRows(comparison).map((row) =>
        row[1] !== '' && row.at(-1) === '' ? row.with(-1, say('compare.differs')) : row,
      ),
    )}<p class="note">${method}</p></section>
<section aria-labelledby="charts"><h2 id="charts">${say('compare.side')}</h2>${blocks(compareFigures(a, b))}</section>${
      maps.length > 0 &&
      html`<section aria-labelledby="maps"><h2 id="maps">${say('compare.where')}</h2>${blocks(maps)}</section>`
    }</main>`,
  );
}
