import type { StoryEvent } from 'cupola';
import { useEffect, useRef, useState } from 'preact/hooks';
import { categories, colors } from '../globe/palette.ts';
import { engineText, numbers, text, textOr } from '../i18n/text.ts';
import { scene } from '../state/session.ts';
import { setTime, threatIndex, timeS } from '../state/view.ts';

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
  impact: 'ends',
};
const laneColor: Record<Lane, string> = {
  sees: categories[2],
  messages: colors.report,
  decides: colors.order,
  shoots: colors.shot,
  ends: colors.threat,
};
const LABEL_PX = 86;
const RIGHT_PX = 26;
const LANE_PX = 18;
const AXIS_PX = 18;

/** What happened to the chosen missile, over time; its cursor is the clock of the globe. */
export function KillChain() {
  const t = text.value;
  const n = numbers.value;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const sizes = new ResizeObserver(() => setWidth(Math.max(260, host.current?.clientWidth ?? 600)));
    sizes.observe(host.current!);
    return () => sizes.disconnect();
  }, []);
  const threat = scene.value?.threats[threatIndex.value];
  const story = threat?.story;
  if (!threat || !story) return <div ref={host} class="chain" />;
  const { launchS } = threat;
  const lastS = Math.max(...story.events.map(({ tS }) => tS));
  const endS = Math.min(story.impactS, Math.max(240, lastS * 1.08));
  const x = (tS: number) => LABEL_PX + ((width - LABEL_PX - RIGHT_PX) * Math.max(0, Math.min(endS, tS))) / endS;
  const height = LANES.length * LANE_PX + AXIS_PX;
  const cursor = x(timeS.value - launchS);
  const ticks = ticksFor(endS);
  const describe = ({ kind, who, text: words }: StoryEvent) =>
    `${textOr(`event.${kind}`, engineText.value(words))}, ${who}`;
  return (
    <div ref={host} class="chain">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider above does the same by keys */}
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('chain.title', { id: threat.id })}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const share = (event.clientX - box.left - LABEL_PX) / (width - LABEL_PX - RIGHT_PX);
          if (share >= 0) setTime(launchS + share * endS);
        }}
      >
        {LANES.map((lane, i) => (
          <g key={lane}>
            <line x1={LABEL_PX} x2={width - 8} y1={i * LANE_PX + 10} y2={i * LANE_PX + 10} class="lane" />
            <text x={0} y={i * LANE_PX + 14} class="lane-name">
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
        {ticks.map((tS) => (
          <text key={tS} x={x(tS)} y={height - 3} class="tick" text-anchor="middle">
            {n.seconds(tS)}
          </text>
        ))}
        {story.events.map((event, i) => (
          <circle
            key={`${event.kind}${i}`}
            cx={x(event.tS)}
            cy={LANES.indexOf(laneOf[event.kind]) * LANE_PX + 10}
            r={event.kind === 'intercept' || event.kind === 'impact' ? 5 : 3.6}
            fill={laneColor[laneOf[event.kind]]}
          >
            <title>{`${n.seconds(event.tS)}: ${describe(event)}`}</title>
          </circle>
        ))}
        <line x1={cursor} x2={cursor} y1={0} y2={height - AXIS_PX + 4} class="cursor" />
      </svg>
      <details class="events">
        <summary>{t('chain.events')}</summary>
        <ol>
          {story.events.map((event, i) => (
            <li key={`${event.kind}${i}`}>
              <button type="button" class="link" onClick={() => setTime(launchS + event.tS)}>
                <b>{n.seconds(event.tS)}</b> {describe(event)}{' '}
                {isMore(event) && <span class="quiet">{engineText.value(event.text)}</span>}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** Whether the text of an event says more than its kind. */
function isMore({ kind, text: words }: StoryEvent): boolean {
  return engineText.value(words) !== textOr(`event.${kind}`, '');
}

function ticksFor(endS: number): number[] {
  const step = [10, 30, 60, 120, 300, 600, 1200, 3600].find((each) => endS / each <= 8) ?? 7200;
  return Array.from({ length: Math.floor(endS / step) + 1 }, (_, i) => i * step);
}
