import type { StoryEvent } from 'cupola';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ink } from '../charts/ink.ts';
import { numbers, sentence, text, textOr } from '../i18n/text.ts';
import { setTime, timeS } from '../state/view.ts';
import type { SceneThreat } from '../worker/protocol.ts';

const LANES = ['sees', 'messages', 'decides', 'shoots', 'ends'] as const;
type Lane = (typeof LANES)[number];
const laneOf: Record<StoryEvent['kind'], Lane> = {
  seen: 'sees',
  detected: 'sees',
  track: 'decides',
  decided: 'decides',
  message: 'messages',
  release: 'shoots',
  intercept: 'shoots',
  launch: 'ends',
  burnout: 'ends',
  parted: 'ends',
  impact: 'ends',
};
const laneColor: Record<Lane, string> = {
  sees: ink.series[2],
  messages: ink.report,
  decides: ink.clock,
  shoots: ink.text,
  ends: ink.alarm,
};
/** Room that one number of the axis takes. */
const TICK_PX = 52;
const NARROW_PX = 480;
const RIGHT_PX = 26;
const LANE_PX = 18;
const AXIS_PX = 18;

interface KillChainProps {
  threat: SceneThreat | undefined;
  /** The same missile in the run before the change: drawn hollow. */
  before?: SceneThreat;
  /** End of the axis; that of the story itself by default. */
  endS?: number;
  /** Word before the title, where there are two. */
  name?: string;
}

/** What happened to a missile, over time; its cursor is the clock of the globe. */
export function KillChain({ threat, before, endS: given, name }: KillChainProps) {
  const t = text.value;
  const n = numbers.value;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const sizes = new ResizeObserver(() => setWidth(Math.max(240, host.current?.clientWidth ?? 600)));
    sizes.observe(host.current!);
    return () => sizes.disconnect();
  }, []);
  const story = threat?.story;
  if (!threat || !story) return <div ref={host} class="chain" />;
  const { launchS } = threat;
  const endS = given ?? chainEndS([threat, before]);
  const axis = width < NARROW_PX ? t('chain.axisShort') : t('chain.axis');
  const labelPx = 14 + 6.2 * Math.max(axis.length, ...LANES.map((lane) => t(`lane.${lane}`).length));
  const inside = width - labelPx - RIGHT_PX;
  const x = (tS: number) => labelPx + (inside * Math.max(0, Math.min(endS, tS))) / endS;
  const height = LANES.length * LANE_PX + AXIS_PX;
  const y = (lane: Lane) => LANES.indexOf(lane) * LANE_PX + 10;
  const describe = ({ kind, who, said }: StoryEvent) => `${textOr(`event.${kind}`, sentence.value(said))}, ${who}`;
  const title = t('chain.title', { id: threat.id });
  return (
    <div ref={host} class="chain">
      {name && <p class="chain-name">{name}</p>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider above does the same by keys */}
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={name ? `${name}. ${title}` : title}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const share = (event.clientX - box.left - labelPx) / inside;
          if (share >= 0) setTime(launchS + share * endS);
        }}
      >
        {LANES.map((lane) => (
          <g key={lane}>
            <line x1={labelPx} x2={width - 8} y1={y(lane)} y2={y(lane)} class="lane" />
            <text x={0} y={y(lane) + 4} class="lane-name">
              {t(`lane.${lane}`)}
            </text>
          </g>
        ))}
        <rect
          x={x(0)}
          y={LANES.length * LANE_PX - 10}
          width={Math.max(0, x(story.burnoutS) - x(0))}
          height={4}
          class="boost"
        />
        {ticksFor(endS, inside).map((tS) => (
          <g key={tS}>
            <line x1={x(tS)} x2={x(tS)} y1={height - AXIS_PX + 1} y2={height - AXIS_PX + 5} class="tick-line" />
            <text x={x(tS)} y={height - 2} class="tick" text-anchor="middle">
              {n.count(tS)}
            </text>
          </g>
        ))}
        <text x={0} y={height - 2} class="tick">
          {axis}
        </text>
        {before?.story?.events.map((event, i) => (
          <circle
            key={`${event.kind}${i}`}
            cx={x(event.tS)}
            cy={y(laneOf[event.kind])}
            r={radiusOf(event)}
            fill="none"
            stroke={laneColor[laneOf[event.kind]]}
            stroke-opacity="0.75"
          />
        ))}
        {story.events.map((event, i) => (
          <circle
            key={`${event.kind}${i}`}
            cx={x(event.tS)}
            cy={y(laneOf[event.kind])}
            r={radiusOf(event)}
            fill={laneColor[laneOf[event.kind]]}
          >
            <title>{t('editor.at', { path: n.seconds(event.tS), message: describe(event) })}</title>
          </circle>
        ))}
        {!Number.isNaN(threat.stoppedS) && (
          <path d={crossAt(x(threat.stoppedS - launchS), y('ends'))} class="stopped">
            <title>
              {t('editor.at', {
                path: n.seconds(threat.stoppedS - launchS),
                message: t('chain.stopped', { who: threat.stoppedBy ?? '' }),
              })}
            </title>
          </path>
        )}
        <Cursor x={x} launchS={launchS} heightPx={height - AXIS_PX + 4} />
      </svg>
      <details class="events">
        <summary>{t('chain.events')}</summary>
        <ol>
          {story.events.map((event, i) => (
            <li key={`${event.kind}${i}`}>
              <button type="button" class="link" onClick={() => setTime(launchS + event.tS)}>
                <b>{n.seconds(event.tS)}</b> {describe(event)}{' '}
                {isMore(event) && <span class="quiet">{sentence.value(event.said)}</span>}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** The clock: it alone is drawn anew while time plays. */
function Cursor({ x, launchS, heightPx }: { x: (tS: number) => number; launchS: number; heightPx: number }) {
  const at = x(timeS.value - launchS);
  return <line x1={at} x2={at} y1={0} y2={heightPx} class="cursor" />;
}

const CROSS_PX = 4.5;

/** A cross where the flight ends. */
function crossAt(xPx: number, yPx: number): string {
  const [left, right, top, bottom] = [xPx - CROSS_PX, xPx + CROSS_PX, yPx - CROSS_PX, yPx + CROSS_PX];
  return `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
}

/** Whether the text of an event says more than its kind. */
function isMore({ kind, said }: StoryEvent): boolean {
  return sentence.value(said) !== textOr(`event.${kind}`, '');
}

function radiusOf({ kind }: StoryEvent): number {
  return kind === 'intercept' || kind === 'impact' ? 5 : 3.6;
}

/** A time axis that holds the stories of some missiles. */
export function chainEndS(threats: readonly (SceneThreat | undefined)[]): number {
  const ends = threats.flatMap((threat) => {
    if (!threat?.story) return [];
    const { events, impactS } = threat.story;
    return [Math.min(impactS, Math.max(240, Math.max(...events.map(({ tS }) => tS)) * 1.08))];
  });
  return Math.max(60, ...ends);
}

const STEPS_S = [10, 30, 60, 120, 300, 600, 1200, 3600];

/** Full seconds, as many as have room. */
function ticksFor(endS: number, widthPx: number): number[] {
  const most = Math.max(2, Math.floor(widthPx / TICK_PX));
  const step = STEPS_S.find((each) => endS / each <= most) ?? 7200;
  return Array.from({ length: Math.floor(endS / step) + 1 }, (_, i) => i * step);
}
