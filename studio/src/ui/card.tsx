import type { ComponentChildren } from 'preact';
import { text } from '../i18n/text.ts';
import { plan, variant } from '../state/session.ts';
import { drawer, sourcesOf } from '../state/view.ts';

interface CardProps {
  id: string;
  title: string;
  /** The headline number; absent while it is computed. */
  value?: string;
  what?: string;
  range?: string;
  /** Difference to the reference, as words; empty: no difference. */
  delta?: string;
  /** Whether the difference is good, bad or neither. */
  mood?: 'better' | 'worse' | 'same';
  lines?: (string | false | null | undefined)[];
  isRunning?: boolean;
  children?: ComponentChildren;
}

/** One answer. The number opens what it rests on. */
export function Card({ id, title, value, what, range, delta, mood, lines, isRunning, children }: CardProps) {
  const t = text.value;
  const { against } = plan.value;
  const words =
    delta === undefined || !variant.value
      ? undefined
      : delta === ''
        ? t('answers.same')
        : against
          ? t('answers.deltaScenario', { delta, name: against.file })
          : t('answers.delta', { delta });
  return (
    <section class="card" aria-labelledby={`card-${id}`} data-card={id} data-running={isRunning}>
      <h3 id={`card-${id}`}>{title}</h3>
      {value === undefined ? (
        <p class="quiet">{what ?? t('answers.wait')}</p>
      ) : (
        <>
          <p class="headline">
            <button
              type="button"
              class="figure"
              title={t('answers.sources')}
              aria-label={`${value}. ${t('answers.sources')}`}
              onClick={() => {
                sourcesOf.value = [id];
                drawer.value = 'sources';
              }}
            >
              {value}
            </button>
            <span>{what}</span>
          </p>
          {range && <p class="range">{range}</p>}
          {words && (
            <p class="delta" data-mood={mood ?? 'same'}>
              {words}
            </p>
          )}
          {lines?.filter(Boolean).map((line) => (
            <p class="quiet" key={String(line)}>
              {line}
            </p>
          ))}
        </>
      )}
      {children}
    </section>
  );
}
