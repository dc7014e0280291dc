import { effect } from '@preact/signals';
import { language } from '../i18n/text.ts';
import { followed } from './constellation.ts';
import { draft } from './draft.ts';
import { plan, scenes } from './session.ts';
import { storyPlace } from './story.ts';
import { theme } from './theme.ts';
import {
  atDate,
  chosen,
  colorBy,
  footprintLayer,
  layers,
  linkLayer,
  messageKind,
  mode,
  page,
  playing,
  threatIndex,
  timeS,
  view,
} from './view.ts';

/** Drags and clocks move on for a while: the address follows when they rest. */
const REST_MS = 400;

/**
 * Keeps the state in the address as it changes, so that reloading, going back and copying the address keep it. Another scenario, switch
 * or number of raids is a step back; the view alone is not. A new page has its own address until something changes.
 *
 * @param stateOf all that a link holds
 * @param linkTo undefined where it is too long for a link: then leaving the page asks
 */
export function addressKeeper<T>(stateOf: () => T, linkTo: (state: T) => Promise<string | undefined>) {
  let kept = '';
  let keptPlan = plan.peek();
  let isLost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isRead = () => {
    kept = JSON.stringify(stateOf());
    keptPlan = plan.peek();
    isLost = false;
  };
  const write = async () => {
    const state = stateOf();
    const words = JSON.stringify(state);
    if (words === kept) return;
    const isStep = plan.peek() !== keptPlan;
    kept = words;
    keptPlan = plan.peek();
    const link = await linkTo(state);
    if (kept !== words) return; // it has changed again
    isLost = link === undefined;
    if (link === undefined || link === location.href) return;
    if (isStep) history.pushState(null, '', link);
    else history.replaceState(null, '', link);
  };
  const start = () => {
    isRead();
    effect(() => {
      void [plan.value, page.value, language.value, scenes.value, mode.value, colorBy.value, view.value, layers.value];
      void [storyPlace.value, theme.value, atDate.value, footprintLayer.value];
      void [linkLayer.value, messageKind.value, threatIndex.value, chosen.value, followed.value];
      if (!playing.value) void timeS.value;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), REST_MS);
    });
    addEventListener('beforeunload', (event) => {
      if (draft.peek() || isLost) event.preventDefault();
    });
  };
  /** The address is of another state than the page, which stays as it is: it becomes that of the page again. */
  const restore = () => {
    kept = '';
    void write();
  };
  return { start, isRead, restore };
}
