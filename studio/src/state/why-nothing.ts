import { computed } from '@preact/signals';
import { numbers, text } from '../i18n/text.ts';
import { differences } from './differences.ts';
import { afterYr, isSwitched, plan, type RunState, variant } from './session.ts';

/** One line that says why the raids come out as before although a partner is switched off; empty where they do not. */
export const whyNothing = computed<string>(() => {
  const run = variant.value;
  if (!run?.opened?.withdrawal || plan.value.against || !isSwitched.value || run.status !== 'done') return '';
  const moved = ['noLeakerProbability', 'leakersCount'].map((key) => differences.value.get(key));
  if (moved.some((row) => !row || row.isReal)) return '';
  return reasonOf(run);
});

const MOSTLY = 0.5;
const MOST_NAMES = 4;

function reasonOf({ opened, done }: RunState): string {
  const t = text.value;
  const { withdrawal, elements } = opened!;
  const lost = new Map(withdrawal!.remaining);
  if (lost.size === 0) return t(afterYr.value === 0 ? 'why.notYet' : 'why.nothingLost', { years: afterYr.value });
  const names = (list: readonly { id: string }[]) =>
    list
      .slice(0, MOST_NAMES)
      .map(({ id }) => id)
      .join(', ');
  const hit = elements.filter(({ id }) => lost.has(id));
  const words = { lost: names(hit), count: numbers.value.count(done) };
  if (hit.length > 0 && hit.every(({ role }) => role === 'network')) {
    const others = elements.filter(({ id, role }) => role === 'network' && (lost.get(id) ?? 1) > MOSTLY);
    if (others.length > 0) return t('why.networks', { ...words, others: names(others) });
  }
  return t('why.noise', words);
}
