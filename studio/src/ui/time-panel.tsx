import { numbers, sentence, type Translate, text } from '../i18n/text.ts';
import { embedOf } from '../state/embed.ts';
import { askedTrial, showNextTrial, showTrial } from '../state/runs.ts';
import { current, isWaiting, reference, scene, scenes, variant } from '../state/session.ts';
import { playing, SPEEDS, setTime, span, speed, threatIndex, timeS, unixS } from '../state/view.ts';
import type { RaidScene, SceneThreat } from '../worker/protocol.ts';
import { jumpEvent } from './events.ts';
import { KillChain } from './kill-chain.tsx';
import { Years } from './years.tsx';

/** A view in another page shows, and asks nothing. */
const isEmbedded = embedOf(location.search) !== undefined;

/** Under the globe: the years of the programme, the clock, and what happens to one missile. */
export function TimePanel() {
  const t = text.value;
  const at = threatIndex.value;
  const { reference: first, variant: after } = scenes.value;
  const isChanged = variant.value !== null && after !== undefined && after.trial === first?.trial;
  return (
    <section class="time" aria-label={t('time.slider')}>
      {!isEmbedded && <Years />}
      <Clock />
      <ChainHead raids={[scene.value]} />
      <KillChain threat={scene.value?.threats[at]} before={isChanged ? first?.threats[at] : undefined} />
    </section>
  );
}

/** Time in play: buttons, speed, slider, and what it is in UTC. */
export function Clock() {
  const t = text.value;
  const isBack = speed.value < 0;
  const play = (direction: 1 | -1) => {
    const isOn = playing.value && Math.sign(speed.value) === direction;
    speed.value = direction * Math.abs(speed.value);
    const { fromS, toS } = span.peek();
    if (!isOn && direction > 0 && timeS.peek() >= toS) setTime(fromS);
    playing.value = !isOn;
  };
  return (
    <div class="clock">
      <button
        type="button"
        class="icon"
        aria-label={t('time.previous')}
        title={t('time.previous')}
        onClick={() => jumpEvent(-1)}
      >
        <Icon path="M3 3h2v10H3zM13 3v10L6 8z" />
      </button>
      <button
        type="button"
        class="icon"
        aria-pressed={playing.value && isBack}
        aria-label={t('time.back')}
        title={t('time.back')}
        onClick={() => play(-1)}
      >
        <Icon path={playing.value && isBack ? PAUSE : 'M12 3v10L4 8z'} />
      </button>
      <button
        type="button"
        class="icon play"
        aria-label={playing.value && !isBack ? t('time.pause') : t('time.play')}
        title={playing.value && !isBack ? t('time.pause') : t('time.play')}
        onClick={() => play(1)}
      >
        <Icon path={playing.value && !isBack ? PAUSE : 'M4 3v10l8-5z'} />
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t('time.next')}
        title={t('time.next')}
        onClick={() => jumpEvent(1)}
      >
        <Icon path="M11 3h2v10h-2zM3 3v10l7-5z" />
      </button>
      <select
        aria-label={t('time.speed')}
        value={Math.abs(speed.value)}
        onChange={(event) => {
          speed.value = (isBack ? -1 : 1) * Number(event.currentTarget.value);
        }}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            ×{each}
          </option>
        ))}
      </select>
      <Now />
    </div>
  );
}

/** What follows the clock while it runs: apart from the buttons, which stay. */
function Now() {
  const t = text.value;
  const { fromS, toS } = span.value;
  const nowS = timeS.value;
  const utc = new Date(1000 * unixS.value).toISOString();
  const clock = `T${nowS < 0 ? '−' : '+'}${clockText(Math.abs(nowS))}`;
  return (
    <>
      <input
        type="range"
        aria-label={t('time.slider')}
        aria-valuetext={`${clock}, ${numbers.value.date(unixS.value)} ${utc.slice(11, 19)} UTC`}
        min={fromS}
        max={toS}
        step="any"
        value={nowS}
        onInput={(event) => setTime(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const stepS = { ArrowLeft: -1, ArrowRight: 1, PageDown: -60, PageUp: 60 }[event.key];
          if (stepS === undefined) return;
          event.preventDefault();
          setTime(nowS + stepS * (event.shiftKey ? 10 : 1));
        }}
      />
      <output class="utc">
        <b>{clock}</b>{' '}
        {reference.value.opened && (
          <>
            <span class="date">{numbers.value.date(unixS.value)} </span>
            <span>{t('time.utc', { time: utc.slice(11, 19) })}</span>
          </>
        )}
      </output>
    </>
  );
}

const PAUSE = 'M4 3h3v10H4zM9 3h3v10H9z';

function Icon({ path }: { path: string }) {
  return (
    <svg width="16" height="16" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

function clockText(valueS: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${pad(valueS / 3600)}:${pad((valueS / 60) % 60)}:${pad(valueS % 60)}`;
}

/** Which missile of which raid, and what became of it, in each of the runs shown. */
export function ChainHead({ raids, names = [] }: { raids: (RaidScene | undefined)[]; names?: string[] }) {
  const t = text.value;
  const raid = raids.find((each) => each !== undefined && each.threats.length > 0);
  if (!raid)
    return (
      <p class="hint">
        {t(isWaiting(current.value) ? 'answers.wait' : current.value.opened ? 'chain.none' : 'answers.notRun')}
      </p>
    );
  const chosen = Math.min(threatIndex.value, raid.threats.length - 1);
  const typical = reference.value.result?.timeline?.trial ?? 0;
  const asked = askedTrial.value;
  const sign = ({ stoppedS }: SceneThreat) => (Number.isNaN(stoppedS) ? '✕' : '✓');
  return (
    <div class="chain-head row" aria-busy={raids.some((each) => each && each.trial !== asked)}>
      <label>
        <span class="quiet">{t('chain.missile')}</span>
        <select
          name="missile"
          value={chosen}
          onChange={(event) => {
            threatIndex.value = Number(event.currentTarget.value);
          }}
        >
          {raid.threats.slice(0, 200).map((threat, i) => {
            const signs = raids.flatMap((each) => (each?.threats[i] ? [sign(each.threats[i])] : []));
            return <option key={threat.id} value={i}>{`${threat.id} ${signs.join(' ')}`}</option>;
          })}
        </select>
      </label>
      {raids.map((each, i) => {
        const threat = each?.threats[chosen];
        return (
          threat && (
            <span class="end" key={names[i] ?? i} data-stopped={!Number.isNaN(threat.stoppedS)}>
              {names[i] && <b>{names[i]}</b>} {endOf(threat, t)}
            </span>
          )
        );
      })}
      <span class="spacer" />
      <span class="quiet">{t('chain.raid', { trial: numbers.value.count(raid.trial + 1) })}</span>
      <button type="button" class="small" onClick={() => showNextTrial(raid.trial)}>
        {t('chain.nextRaid')}
      </button>
      <button type="button" class="small" disabled={asked === typical} onClick={() => showTrial(typical)}>
        {t('chain.typical')}
      </button>
    </div>
  );
}

function endOf({ stoppedS, stoppedBy, reason: why }: SceneThreat, t: Translate): string {
  if (!Number.isNaN(stoppedS)) return t('chain.stopped', { who: stoppedBy ?? '' });
  return why ? sentence.value(why) : t('chain.leaked');
}
