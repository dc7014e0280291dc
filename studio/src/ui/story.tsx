import { useEffect } from 'preact/hooks';
import { text } from '../i18n/text.ts';
import { closeStory, followStory, showScene, storiesOf, storyPlace, storyShown, storyTitle } from '../state/story.ts';

/** The caption of a scene over the page, with the way to the next one. */
export function StoryBar() {
  const t = text.value;
  const shown = storyShown.value;
  const place = storyPlace.value;
  useEffect(() => followStory(), []);
  if (!shown || !place) return null;
  const { title, caption, number, of } = shown;
  const go = (by: number) => showScene(place.id, place.index + by);
  return (
    <section class="story" aria-label={t('story.label', { title })}>
      <p class="row story-head">
        <b>{title}</b>
        <span class="quiet">{t('story.place', { number, of })}</span>
        <button type="button" class="small" onClick={closeStory}>
          {t('action.close')}
        </button>
      </p>
      <p aria-live="polite">{caption}</p>
      <p class="row">
        <button type="button" disabled={number === 1} onClick={() => go(-1)}>
          {t('story.back')}
        </button>
        <button type="button" disabled={number === of} onClick={() => go(1)}>
          {t('story.next')}
        </button>
      </p>
    </section>
  );
}

/** Stories that begin with the scenario shown, each a way into it. */
export function StoryLinks({ scenario }: { scenario: string }) {
  if (storyPlace.value) return null;
  return (
    <>
      {storiesOf(scenario).map((id) => (
        <p key={id} class="quiet">
          <button type="button" class="link inline" onClick={() => showScene(id, 0)}>
            {text.value('story.open', { title: storyTitle(id) })}
          </button>
        </p>
      ))}
    </>
  );
}
