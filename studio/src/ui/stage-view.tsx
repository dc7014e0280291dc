import { useEffect, useRef } from 'preact/hooks';
import { numbers, text } from '../i18n/text.ts';
import type { Sight } from '../state/constellation.ts';
import { PictureStage } from './stage.ts';

/** The picture of a run. @param name before its description, where there are two */
export function StageView({ sight, name }: { sight: Sight; name?: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = new PictureStage(host.current!, sight);
    return () => stage.dispose();
  }, []);
  const words = text.value('view.canvas', { count: numbers.value.count(sight.fleet.value?.count ?? 0) });
  return (
    <div
      class="stage"
      ref={host}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is turned by keys
      tabIndex={0}
      role="application"
      aria-label={name ? `${name}. ${words}` : words}
    />
  );
}
