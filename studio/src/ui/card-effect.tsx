import { computed } from '@preact/signals';
import { Chart } from '../charts/chart.tsx';
import { fallRows, fallTable, leakRows, timeRows } from '../charts/effect-rows.ts';
import { numbers, text } from '../i18n/text.ts';
import { differences } from '../state/differences.ts';
import { change, current, type HistoryPoint, hasByDate, reference, scene, variant } from '../state/session.ts';
import { threatIndex, timeS } from '../state/view.ts';
import { whyNothing } from '../state/why-nothing.ts';
import { Card, deltaOf, inBrackets } from './card.tsx';

/** The next choice of raids above a number of them. */
const MORE = [200, 1000, 5000];

/** The clock, after the launch of the chosen missile. */
const sinceLaunchS = computed(() => timeS.value - (scene.value?.threats[threatIndex.value]?.launchS ?? 0));

/** Does the shield close? Where there is an answer by date, that of the force as if complete. */
export function EffectCard() {
  const t = text.value;
  const n = numbers.value;
  const { effect, opened, status, history } = current.value;
  const isWhole = hasByDate.value;
  const title = t(isWhole ? 'whole.effect' : 'answers.effect');
  const tag = isWhole ? t('whole.tag') : undefined;
  if (opened && !opened.canSimulate) return <Card id="effect" title={title} what={t('run.noRaid')} />;
  if (!effect) return <Card id="effect" title={title} tag={tag} />;
  const { noLeaker, expectedLeakers, times, trials } = effect;
  const before = variant.value ? reference.value.effect : undefined;
  const missiles = scene.value?.threats.length ?? 0;
  const { warheads } = effect;
  const of = (key: string) => differences.value.get(key);
  return (
    <Card
      id="effect"
      title={title}
      tag={tag}
      value={n.percent(noLeaker.probability)}
      what={
        warheads
          ? t('effect.headlineWarheads', {
              count: n.count(Math.round(warheads.warheadsPerRaid)),
              decoys: n.count(Math.round(warheads.decoysPerRaid)),
            })
          : t('effect.headline', { count: n.count(missiles) })
      }
      range={t('answers.range95', { low: n.percent(noLeaker.low), high: n.percent(noLeaker.high) })}
      delta={deltaOf(of('noLeakerProbability'), true)}
      isRunning={status === 'running'}
      lines={[
        isWhole && t('whole.note'),
        whyNothing.value,
        warheads
          ? t('effect.leakersWarheads', { value: n.short(warheads.expectedWarheads.mean) }) +
            inBrackets(of('warheadsCount'))
          : t('effect.leakers', { value: n.short(expectedLeakers.mean) }) + inBrackets(of('leakersCount')),
        Number.isFinite(times.decided.medianS) &&
          `${t('effect.decide')} ${t('effect.after', { value: n.seconds(times.decided.medianS) })}${inBrackets(of('decidedS'))}`,
      ]}
    >
      <Estimate history={history} trials={trials} isRunning={status === 'running'} />
      <Chart
        title={t(warheads ? 'effect.chartWarheads' : 'effect.chart')}
        say={t(warheads ? 'effect.chartWarheads.say' : 'effect.chart.say')}
        rows={leakRows(effect, before)}
        columns={[t('effect.outcome'), t(warheads ? 'effect.numberWarheads' : 'effect.number')]}
        kind="bars"
        unit=""
      />
      <Chart
        title={t('effect.times')}
        say={t('effect.timesSay')}
        rows={timeRows(effect, before)}
        columns={[t('effect.moment'), 'P50 (s)', 'P10 (s)', 'P90 (s)']}
        kind="ranges"
        unit="s"
        cursor={sinceLaunchS}
      />
      {effect.falls && (
        <Chart
          title={t('effect.falls')}
          say={t('effect.fallsSay')}
          rows={fallRows(effect.falls)}
          table={fallTable(effect.falls)}
          columns={[t('effect.fallsPlace'), '%']}
          kind="map"
          unit=""
        />
      )}
    </Card>
  );
}

/** How the chance settles as raids are added; what their number means, and more of them in one click. */
function Estimate({ history, trials, isRunning }: { history: HistoryPoint[]; trials: number; isRunning: boolean }) {
  const t = text.value;
  const n = numbers.value;
  if (history.length < 2) return null;
  const more = MORE.find((count) => count > trials);
  const last = history.at(-1)!;
  const half = n.short(Math.round(500 * (last.high - last.low)) / 10);
  return (
    <>
      <Chart
        title={t('effect.estimate')}
        say={t('effect.estimateSay')}
        rows={history.map(({ trials: x, probability, low, high }) => ({
          name: String(x),
          x,
          value: 100 * probability,
          low: 100 * low,
          high: 100 * high,
        }))}
        columns={[t('trials.label'), '%', t('effect.low95'), t('effect.high95')]}
        kind="estimate"
        unit="%"
      />
      <p class="quiet">
        {t('trials.why', { count: n.count(last.trials), half })}{' '}
        {!isRunning && more && (
          <button type="button" class="link inline" onClick={() => change({ trials: more })}>
            {t('trials.more', { count: n.count(more) })}
          </button>
        )}
      </p>
    </>
  );
}
