import type { ResultDifference } from 'cupola/compare';
import type { ComponentChildren } from 'preact';
import { text } from '../i18n/text.ts';
import { current, isWaiting, plan, variant } from '../state/session.ts';
import { type Mood, moodOf, showDifference, showInterval } from './figures.ts';
import { referenceName } from './reference-name.ts';
import { openSources } from './source-link.tsx';

/** A difference to the reference, in words. */
export interface Delta {
  words: string;
  /** Of the difference. */
  range?: string;
  mood: Mood;
}

interface CardProps {
  id: string;
  title: string;
  /** Above the title: what the answer is of, where that is not what the page leads with. */
  tag?: string;
  /** The headline number; absent while it is computed. */
  value?: string;
  what?: string;
  range?: string;
  delta?: Delta;
  lines?: (string | false | null | undefined)[];
  isRunning?: boolean;
  children?: ComponentChildren;
}

type Difference = Pick<ResultDifference, 'unit' | 'difference' | 'low' | 'high' | 'isReal'>;

/** A difference to the reference with its range, or that it is noise, or none. */
export function deltaOf(row: Difference | undefined, moreIsBetter?: boolean): Delta | undefined {
  if (!row || !variant.value || Number.isNaN(row.difference)) return undefined;
  const t = text.value;
  const name = referenceName();
  if (row.difference === 0) return { words: t('answers.same', { name }), mood: 'same' };
  const delta = showDifference(row.difference, row.unit);
  const interval = showInterval(row);
  const range = interval && t('answers.deltaRange', { interval });
  const words = row.isReal ? t('answers.delta', { delta, name }) : t('answers.noise', { delta, name });
  return { words, range, mood: moodOf(row, moreIsBetter) };
}

/** A short difference behind a figure in a line: ` (+2.1)`; nothing where there is none. */
export function inBrackets(row: Difference | undefined): string {
  const least = row?.unit === 'seconds' ? 0.5 : 0; // as finely as the figure itself is shown
  if (!row || !variant.value || !row.isReal || Math.abs(row.difference) < least) return '';
  return ` (${showDifference(row.difference, row.unit)})`;
}

/** The last whole answer of each card, and the scenario that it is of. */
const before = new Map<string, { scenario: string; props: CardProps }>();

/**
 * One answer. The number opens what it rests on. While a new one of the same scenario is computed, the last stays, greyed; its
 * difference does not, as it was to something else.
 */
export function Card(given: CardProps) {
  const t = text.value;
  const { id } = given;
  const scenario = plan.value.text;
  const isMissing = given.value === undefined && given.what === undefined;
  const last = before.get(id);
  const isOld = isMissing && isWaiting(current.value) && last?.scenario === scenario;
  if (given.value !== undefined) before.set(id, { scenario, props: given });
  const { title, tag, value, what, range, delta, lines, isRunning, children } = isOld
    ? { ...last.props, title: given.title, delta: undefined, isRunning: true }
    : given;
  return (
    <section
      class="card"
      aria-labelledby={`card-${id}`}
      aria-busy={isOld}
      data-card={id}
      data-running={isRunning}
      data-old={isOld}
    >
      {tag && <p class="tag">{tag}</p>}
      <h3 id={`card-${id}`}>{title}</h3>
      {isOld && <p class="quiet old">{t('answers.wait')}</p>}
      {value === undefined ? (
        <p class="quiet">{what ?? t(isWaiting(current.value) ? 'answers.wait' : 'answers.notRun')}</p>
      ) : (
        <>
          <p class="headline">
            <button
              type="button"
              class="figure"
              title={t('answers.sources')}
              aria-label={`${value}. ${t('answers.sources')}`}
              onClick={() => openSources(id)}
            >
              {value}
            </button>
            <span>{what}</span>
          </p>
          {range && <p class="range">{range}</p>}
          {delta && (
            <p class="delta" data-mood={delta.mood}>
              {delta.words}
              {delta.range && <span class="quiet"> {delta.range}</span>}
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
