import stories, { type Story, type StoryScene } from 'virtual:stories';
import { batch, computed, effect, signal } from '@preact/signals';
import { language } from '../i18n/text.ts';
import type { Switches } from '../worker/protocol.ts';
import { change, plan, shippedPlan } from './session.ts';
import { atDate, clearRaid, drawer, page, tab } from './view.ts';

/** Which scene of which story is shown. */
export interface StoryPlace {
  id: string;
  index: number;
}

export const storyPlace = signal<StoryPlace | undefined>(undefined);

export { stories };

/** The scene that is shown, with its words in the language of the page. */
export const storyShown = computed(() => {
  const place = storyPlace.value;
  const story = place && stories[place.id];
  if (!place || !story) return undefined;
  const { caption, card } = story.scenes[place.index];
  return {
    title: inWords(story.title),
    caption: inWords(caption),
    card,
    number: place.index + 1,
    of: story.scenes.length,
  };
});

export function storyTitle(id: string): string {
  return inWords(stories[id].title);
}

/** Stories that begin with a scenario. */
export function storiesOf(scenario: string): string[] {
  return Object.keys(stories).filter((id) => stories[id].scenes[0].scenario === scenario);
}

/** Shows a scene: scenario, who has left, and the card that it speaks of. What is written in the editor and not applied is asked for. */
export function showScene(id: string, index: number): void {
  const story = stories[id];
  if (!story || index < 0 || index >= story.scenes.length) return;
  const { scenario, switches } = standing(story, index);
  batch(() => {
    const next = shippedPlan(scenario);
    const { trials, draws, text } = plan.value;
    if (!change({ ...next, trials, draws, switches, afterYr: undefined, leaveDate: undefined, against: undefined }))
      return;
    if (next.text !== text) clearRaid();
    page.value = 'main';
    atDate.value = undefined;
    tab.value = 'answers';
    drawer.value = 'none';
    storyPlace.value = { id, index };
  });
}

export function closeStory(): void {
  storyPlace.value = undefined;
}

/** What holds at a scene: what it names, and else what those before it did. */
function standing({ scenes }: Story, index: number): { scenario: string; switches: Switches } {
  const before = scenes.slice(0, index + 1);
  const last = <Key extends keyof StoryScene>(key: Key) => before.findLast((each) => each[key] !== undefined)?.[key];
  return { scenario: last('scenario')!, switches: { ...last('switches') } };
}

function inWords(words: Record<string, string>): string {
  return words[language.value] ?? words.en;
}

/** Keeps the card that a scene speaks of in sight. */
export function followStory(): () => void {
  return effect(() => {
    const card = storyShown.value?.card;
    if (card) requestAnimationFrame(() => bringIntoSight(card));
  });
}

/** Moves the panel of the answers alone: the page stays where it is. The first card is shown under its sentence. */
function bringIntoSight(card: string): void {
  const target = document.querySelector(`[data-card=${card}]`);
  const panel = target?.closest('.panel');
  if (!target || !panel) return;
  const isFirst = panel.querySelector('[data-card]') === target;
  const byPx = target.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  panel.scrollTop = isFirst ? 0 : panel.scrollTop + byPx;
}
