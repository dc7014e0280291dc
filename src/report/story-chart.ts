import type { EventKind, Story } from '../flow/story.ts';
import { dateTime, seconds } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { type Style, wrap } from './text.ts';

const MARKS: Record<EventKind, string> = {
  launch: '^',
  seen: 'o',
  detected: 'o',
  track: '*',
  decided: 'D',
  message: '~',
  release: '>',
  intercept: 'X',
  burnout: '|',
  parted: '%',
  impact: '!',
};

/** A missile's story as a line of time and a list of its events. */
export function storyChart(story: Story, style: Style, width: number): string {
  const lastS = Math.max(...story.events.map(({ tS }) => tS), 1);
  const barWidth = Math.min(64, width - 30);
  const cells = Array.from({ length: barWidth + 1 }, () => '-');
  for (const { tS, kind } of story.events) cells[Math.round((barWidth * Math.max(0, tS)) / lastS)] = MARKS[kind];
  const lines = [
    `  ${say('run.story', { id: story.threatId, trial: story.trial, when: dateTime(story.startUtc), end: story.end })}`,
    `  0 s ${style.accent(cells.join(''))} ${seconds(lastS)}`,
  ];
  for (const { tS, kind, who, said } of story.events) {
    const isShot = kind === 'release' || kind === 'intercept';
    lines.push(
      `  ${seconds(tS).padStart(11)}  ${style.dim(MARKS[kind])}  ${isShot ? say('run.story-by', { who, what: said }) : tell(said)}`,
    );
  }
  if (story.refusedCount > 0) lines.push(wrap(say('run.story-refused', { count: story.refusedCount }), width, 2));
  return lines.join('\n');
}
