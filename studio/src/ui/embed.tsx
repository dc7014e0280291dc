import type { ComponentType } from 'preact';
import { nameText, text } from '../i18n/text.ts';
import type { Embed, EmbedView } from '../state/embed.ts';
import { plan, current as run } from '../state/session.ts';
import { ByDateCard, leadOf } from './card-by-date.tsx';
import { CostCard } from './card-cost.tsx';
import { EffectCard } from './card-effect.tsx';
import { IndependenceCard } from './card-independence.tsx';
import { GlobePanel } from './globe-panel.tsx';
import { TimePanel } from './time-panel.tsx';

const bodies: Record<EmbedView, ComponentType> = {
  curve: Curve,
  withdrawal: Withdrawal,
  independence: IndependenceCard,
  globe: () => (
    <div class="centre">
      <GlobePanel />
      <TimePanel />
    </div>
  ),
};

/** One view alone, for another page: what it is of, the answer, and where the numbers come from. */
export function EmbedPage({ view, unknown }: Embed) {
  const t = text.value;
  if (!view)
    return (
      <main class="embed">
        <p role="alert">{t('embed.unknown', { given: unknown!.given, expected: unknown!.expected.join(', ') })}</p>
      </main>
    );
  const { opened, status } = run.value;
  const lead = view === 'curve' || view === 'withdrawal' ? leadOf(run.value) : '';
  const Body = bodies[view];
  return (
    <main class={`embed embed-${view}`}>
      <h1>
        {(view === 'withdrawal' && opened?.withdrawal && opened.title) ||
          nameText.value(opened?.name ?? plan.value.file)}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      <Body />
      <p class="source">
        <span class="run" data-status={status}>
          {t('embed.source', { version: CUPOLA_VERSION, seed: String(opened?.seed ?? '') })}
        </span>{' '}
        <a href={wholeOf(location.href)} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>
      </p>
    </main>
  );
}

/** By date; where the scenario does not say how the shield is built, as if complete. */
function Curve() {
  return run.value.opened?.draws === 0 ? <EffectCard /> : <ByDateCard />;
}

/** With and without the partner who leaves. */
function Withdrawal() {
  const t = text.value;
  const { withdrawal } = run.value.opened ?? {};
  return (
    <>
      {run.value.opened && !withdrawal && <p class="quiet">{t('embed.nobody')}</p>}
      <ByDateCard />
      <EffectCard />
      <CostCard />
    </>
  );
}

function wholeOf(href: string): string {
  const url = new URL(href);
  url.search = '';
  return url.href;
}
