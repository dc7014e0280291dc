import type { UsedNumber } from '../../flow/architecture.ts';
import type { Provenance } from '../../flow/provenance.ts';
import { count, inWords, percent } from '../number.ts';
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

const SEEN = { primary: 'read in the original', secondary: 'as quoted by others', 'not-seen': 'recalled, not read' };

/** What a source is, in words. */
export const SOURCE_KIND = {
  primary: 'primary document',
  record: 'publication of record',
  aggregator: 'aggregator',
  mirror: 'copy of another page',
  forum: 'forum',
  file: 'dated public file',
  own: 'own assumption',
} as const;

/** What the numbers rest on, and the sources by number. */
export function sourcesSection(provenance: Provenance): Markup {
  const { numberCount, basisCount, assumptionFraction, overriddenCount, sources } = provenance;
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<p>${count(numberCount)} numbers went in: ${count(basisCount.stated)} stated in a primary document or in a publication of record that quotes one,
${count(basisCount['second-hand'])} second hand (by an aggregator, a copy or a dated public file), ${count(basisCount.derived)} derived,
${count(basisCount.estimate)} estimates, ${count(basisCount.assumption)} assumptions (${percent(assumptionFraction, 0)})${
    overriddenCount > 0 ? `; ${inWords(overriddenCount)} replaced by the scenario` : ''
  }. No public source gives the real architecture.</p>
<ol class="sources">${sources.map(
    ({ key, title, producer, date, place, url, seen, kind, numberCount: used }, i) =>
      html`<li id="source-${i + 1}">${title}. ${producer}, ${date}${place ? `, ${place}` : ''}${
        key === 'cupola' ? '' : `; ${kind ? `${SOURCE_KIND[kind]}, ` : ''}${SEEN[seen]}`
      }. ${
        url && /^https?:/.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>. ` : ''
      }<span class="note">${count(used)} ${used === 1 ? 'number' : 'numbers'}, key <code>${key}</code>.</span></li>`,
  )}</ol></section>`;
}
