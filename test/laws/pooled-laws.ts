import type { Certificate } from '../../src/flow/certificate.ts';
import { signFlipProbability } from '../../src/num/sign-flip.ts';
import { tell } from '../../src/words/words.ts';

/** Laws over many scenarios together: what the few raids of one cannot show, their sums can. */
export class PooledLaws {
  /** By law and way: for each scenario the missiles against it. */
  readonly #against = new Map<string, number[]>();

  /** @returns what one scenario breaks by itself */
  add({ laws }: Certificate): string[] {
    for (const { id, againstLeakers = [] } of laws)
      againstLeakers.forEach((sum, i) => {
        const key = i === 0 ? id : `${id}, the other way`;
        const sums = this.#against.get(key) ?? [];
        this.#against.set(key, sums);
        sums.push(sum);
      });
    return laws.flatMap(({ id, breaks }) => breaks.map((each) => `${id}: ${tell(each)}`));
  }

  /** Laws that the scenarios break together. @param falseAlarmRatio how often one that holds is told, over all laws */
  broken(falseAlarmRatio: number): string[] {
    const level = falseAlarmRatio / Math.max(1, this.#against.size);
    return [...this.#against].flatMap(([key, sums]) => {
      const chance = signFlipProbability(sums);
      if (chance >= level) return [];
      const total = sums.reduce((a, b) => a + b, 0);
      return [`${key}: ${total} missiles against it over ${sums.length} scenarios, by chance ${chance.toPrecision(2)}`];
    });
  }

  /** Each law with the missiles against it, its scenarios, and how likely as much is by chance. */
  lines(): string[] {
    return [...this.#against].map(([key, sums]) => {
      const total = sums.reduce((a, b) => a + b, 0);
      return `${key}: ${total} over ${sums.length} scenarios, by chance ${signFlipProbability(sums).toPrecision(2)}`;
    });
  }
}
