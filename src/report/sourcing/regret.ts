import type { FutureChange, MixName, RegretTable } from '../../flow/partner-plan.ts';
import { type Code, type Said, said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { hasCode } from '../../words/words.ts';

/** Fleet-years from which a mix counts as missing more than the best. */
const MISSED_YR = 0.05;
const MIXES = ['today', 'cheapest', 'robust'] as const;

/** A future, and what each mix costs over its best. */
export interface RegretRow {
  future: Said;
  bestMusd: number;
  /** In the order today, cheapest, chosen. */
  regretMusd: number[];
  /** Whether it misses more of the fleets than the best does. */
  isShort: boolean[];
  changes: FutureChange[];
}

/** Futures by how much the worst of the mixes is regretted; the scenario as it is comes first. */
export function regretRows({ regret }: SourcingResult): RegretRow[] {
  const [asIs, ...others] = regret?.futures ?? [];
  if (!asIs) return [];
  const most = ({ mixes }: typeof asIs) => Math.max(...MIXES.map((name) => mixes[name].regretMusd));
  return [asIs, ...others.sort((a, b) => most(b) - most(a))].map((each) => ({
    future: futureName(each),
    bestMusd: each.bestMusd,
    regretMusd: MIXES.map((name) => each.mixes[name].regretMusd),
    isShort: MIXES.map((name) => each.mixes[name].shortYr > MISSED_YR),
    changes: each.changes,
  }));
}

/** Which mix is regretted least, and from which price of what is missing on it is another. */
export function regretSentences({ regret }: SourcingResult): Said[] {
  if (!regret) return [];
  const { futures, worst, minimax, turns } = regret;
  const future = (id: string) => futureName(futures.find((each) => each.id === id)!);
  const told = (name: MixName) => ({
    mix: mixName(name),
    musd: worst[name].regretMusd,
    future: future(worst[name].future),
  });
  const others = MIXES.filter((name) => name !== minimax).map((name) => said('sourcing.regret-other', told(name)));
  return [
    said('sourcing.regret-least', { ...told(minimax), count: futures.length, others }),
    ...(turns ? [said('sourcing.regret-turns', { ratio: turns.ratio, mix: mixName(turns.minimax) })] : []),
  ];
}

const mixName = (name: MixName) => said(`mix.${name}`);

/** A future that the words do not know has its own name. */
function futureName({ id, changes: [first] }: RegretTable['futures'][number]): Said {
  if (id === 'lost') return said('future.lost', { who: first?.path ?? '', year: String(first?.thenValue ?? '') });
  const code = `future.${id}`;
  return hasCode(code) ? said(code as Code & 'future.as-is') : said('sourcing.who', { name: id });
}
