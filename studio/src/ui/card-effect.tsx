import { Chart } from '../charts/chart.tsx';
import { leakRows, timeRows } from '../charts/effect-rows.ts';
import { numbers, text } from '../i18n/text.ts';
import { current, reference, scene, variant } from '../state/session.ts';
import { threatIndex, timeS } from '../state/view.ts';
import { Card } from './card.tsx';

/** Does the shield close? */
export function EffectCard() {
  const t = text.value;
  const n = numbers.value;
  const { effect, opened, status } = current.value;
  const title = t('answers.effect');
  if (opened && !opened.canSimulate) return <Card id="effect" title={title} what={t('run.noRaid')} />;
  if (!effect) return <Card id="effect" title={title} />;
  const { noLeaker, expectedLeakers, times } = effect;
  const before = variant.value ? reference.value.effect : undefined;
  const change = before ? noLeaker.probability - before.noLeaker.probability : 0;
  const missiles = scene.value?.threats.length ?? 0;
  const launchS = scene.value?.threats[threatIndex.value]?.launchS ?? 0;
  return (
    <Card
      id="effect"
      title={title}
      value={n.percent(noLeaker.probability)}
      what={t('effect.headline', { count: n.count(missiles) })}
      range={t('answers.range95', { low: n.percent(noLeaker.low), high: n.percent(noLeaker.high) })}
      delta={before && deltaPoints(change)}
      mood={change > 0 ? 'better' : change < 0 ? 'worse' : 'same'}
      isRunning={status === 'running'}
      lines={[
        t('effect.leakers', { value: n.short(expectedLeakers.mean) }),
        Number.isFinite(times.decided.medianS) &&
          `${t('effect.decide')} ${t('effect.after', { value: n.seconds(times.decided.medianS) })}`,
      ]}
    >
      <Chart
        title={t('effect.chart')}
        say={t('effect.chart.say')}
        rows={leakRows(effect, before)}
        columns={[t('effect.outcome'), t('effect.number'), ...(before ? [t('effect.reference')] : [])]}
        kind="bars"
        unit=""
      />
      <Chart
        title={t('effect.times')}
        say={t('effect.timesSay')}
        rows={timeRows(effect, before)}
        columns={[t('effect.times'), 'P50 (s)', 'P10 (s)', 'P90 (s)']}
        kind="ranges"
        unit="s"
        cursor={timeS.value - launchS}
      />
    </Card>
  );
}

function deltaPoints(change: number): string {
  if (change === 0) return '';
  return text.value('points', { value: numbers.value.signed(100 * change) });
}
