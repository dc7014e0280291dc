import type { UsedNumber } from '../../flow/architecture.ts';
import type { Provenance } from '../../flow/provenance.ts';
import { said } from '../../flow/said.ts';
import { nameIn, say } from '../../words/words.ts';
import { html, Markup } from './markup.ts';

/** Sources by number, in the order of their list. */
export class Citations {
  private readonly numberOf: Map<string, number>;
  private readonly byPlace: Map<string, UsedNumber>;

  constructor(provenance: Provenance, uses: readonly UsedNumber[] = []) {
    this.numberOf = new Map(provenance.sources.map(({ key }, i) => [key, i + 1]));
    this.byPlace = new Map(uses.map((used) => [`${used.element} ${used.path}`, used]));
  }

  /** `[3]`, a link to the source; nothing for a key that is not in the list. */
  cite(key: string): Markup {
    const number = this.numberOf.get(key);
    return number === undefined ? new Markup('') : html`<a href="#source-${number}">[${number}]</a>`;
  }

  /** What a number of the run rests on, where it is known. */
  basisOf(element: string, path: string): UsedNumber | undefined {
    return this.byPlace.get(`${element} ${path}`);
  }
}

/** What the numbers rest on, and the sources by number. */
export function sourcesSection(provenance: Provenance): Markup {
  const { numberCount, basisCount, assumptionFraction, overriddenCount, sources } = provenance;
  const { 'second-hand': secondHand, ...counts } = basisCount;
  const words = say('sources.numbers', {
    count: numberCount,
    ...counts,
    secondHand,
    share: assumptionFraction,
    replaced: overriddenCount > 0 ? said('run.replaced', { count: overriddenCount }) : '',
  });
  return html`<section aria-labelledby="sources"><h2 id="sources">${say('report.sources')}</h2>
<p>${words}</p>
<ol class="sources">${sources.map(
    ({ key, title, producer, date, place, url, seen, kind, numberCount: used }, i) =>
      html`<li id="source-${i + 1}">${nameIn(title)}. ${producer}, ${date}${place ? `, ${place}` : ''}${
        key === 'cupola' ? '' : `; ${kind ? `${say(`kind.${kind}`)}, ` : ''}${say(`seen.${seen}`)}`
      }. ${
        url && /^https?:/.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>. ` : ''
      }<span class="note">${say('sources.used', { count: used })} <code>${key}</code>.</span></li>`,
  )}</ol></section>`;
}
