import { useEffect, useRef } from 'preact/hooks';
import { numbers, text } from '../../i18n/text.ts';
import type { Sight } from '../../state/constellation.ts';
import { Stage } from '../stage.ts';

/** One of two globes. They share the view and the clock, so that turning one turns both. */
export function PairGlobe({ sight, name }: { sight: Sight; name: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = new Stage(host.current!, sight);
    return () => stage.dispose();
  }, []);
  const t = text.value;
  const n = numbers.value;
  return (
    <div class="globe">
      <div
        class="stage"
        ref={host}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is turned by keys
        tabIndex={0}
        role="application"
        aria-label={`${name}. ${t('view.canvas', { count: n.count(sight.fleet.value?.count ?? 0) })}`}
      />
      <div class="legend">
        {sight.groups.value.map(({ name: group, color, indices }) => (
          <span key={group}>
            <i class="dot" style={{ background: color }} />
            {group} <b>{n.count(indices.length)}</b>
          </span>
        ))}
      </div>
    </div>
  );
}
