import type { RaidAnswer, RaidPoint, RaidSize } from '../flow/raid-size.ts';
import { said } from '../flow/said.ts';
import { count, percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

const HEAD = ['missiles', 'all-shot-at', 'all-stopped', 'stopped-mean', 'stopped-further', 'why-most'] as const;

/** How large a raid the shield handles, and what becomes of larger ones. */
export function raidSizeSection(answer: RaidAnswer | undefined, style: Style, width: number): string[] {
  if (!answer) return [];
  return [
    heading(say('run.largest-raid'), style),
    wrap(raidSizeSentence(answer), width, 2),
    table(
      raidCurveHead(),
      answer.curve.map(raidCurveRow),
      ['right', 'right', 'right', 'right', 'right', 'left'],
      style,
    ),
    wrap(say('run.raid-bend'), width, 2),
  ];
}

/** The largest raids that are shot at, and stopped, in nine of ten and in half of the trials. */
export function raidSizeSentence({ confidence: share, engaged, stopped, stoppedInHalf }: RaidAnswer): string {
  return say('run.raid-size', { share, engaged: upTo(engaged), stopped: upTo(stopped), half: upTo(stoppedInHalf) });
}

export function raidCurveHead(): string[] {
  return HEAD.map((key) => say(`head.${key}`));
}

export function raidCurveRow({ threatCount, engaged, stopped, ...point }: RaidPoint): string[] {
  return [
    count(threatCount),
    percent(engaged.probability, 0),
    percent(stopped.probability, 0),
    count(point.stoppedMeanCount, 1),
    percent(point.stoppedOfFurtherFraction, 0),
    point.mainReason === null ? '' : say(`reason.${point.mainReason}`),
  ];
}

function upTo({ threatCount, isAtLimit }: RaidSize) {
  return isAtLimit ? said('part.at-least', { count: threatCount }) : count(threatCount);
}
