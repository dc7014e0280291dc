import type { LaunchMap } from '../../flow/launch-map.ts';
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
export function comparePage(comparison: Comparison, a: PageCase, b: PageCase): string {
  const { inputs, areInputsCompared, results, method } = comparison;
  const real = results.filter(({ isReal }) => isReal).length;
  const maps = compareMaps([a.name, b.name], a.maps, b.maps);
  return page(
    `${a.name} and ${b.name}`,
    html`<main><h1>${a.name} and ${b.name}</h1><p class="lead">${headline(comparison)}</p>
<section aria-labelledby="inputs"><h2 id="inputs">Inputs that differ</h2>${
      inputs.length === 0
        ? html`<p>${areInputsCompared ? 'None.' : 'Not compared: only scenarios have inputs.'}</p>`
        : dataTable('Values as the run uses them', ['input', a.name, b.name], inputRows(inputs))
    }</section>
<section aria-labelledby="results"><h2 id="results">Results</h2><p>${real} of ${results.length} results differ by more than noise.</p>${dataTable(
      'Difference: the second less the first',
      ['result', a.name, b.name, 'difference', '95 % interval', 'verdict'],
      resultRows(comparison).map((row) => row.with(-1, row.at(-1) === '' ? 'differs' : row.at(-1)!)),
    )}<p class="note">${method}</p></section>
<section aria-labelledby="charts"><h2 id="charts">Side by side</h2>${compareFigures(a, b).map(figureBlock)}</section>${
      maps.length > 0 &&
      html`<section aria-labelledby="maps"><h2 id="maps">Where it works</h2>${maps.map(figureBlock)}</section>`
    }</main>`,
  );
}
