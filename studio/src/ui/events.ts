import { scene } from '../state/session.ts';
import { setTime, span, threatIndex, timeS } from '../state/view.ts';

/** Times of the events of the chosen missile, after the first launch. */
export function eventTimes(): number[] {
  const threat = scene.value?.threats[threatIndex.value];
  if (!threat?.story) return [];
  return threat.story.events.map(({ tS }) => tS + threat.launchS).sort((a, b) => a - b);
}

/** Goes to the next or the previous event. */
export function jumpEvent(direction: 1 | -1): void {
  const times = eventTimes();
  const nowS = timeS.value;
  const found = direction > 0 ? times.find((tS) => tS > nowS + 0.001) : times.findLast((tS) => tS < nowS - 0.001);
  setTime(found ?? (direction > 0 ? span.value.toS : span.value.fromS));
}
