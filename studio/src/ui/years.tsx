import { dayOrYear } from 'cupola/compare';
import { useEffect, useRef, useState } from 'preact/hooks';
import { yearsOf } from '../charts/date-rows.ts';
import { ink } from '../charts/ink.ts';
import { text } from '../i18n/text.ts';
import { type Milestone, milestones } from '../state/milestones.ts';
import { current, reference, variant } from '../state/session.ts';
import { atDate } from '../state/view.ts';

const colorOf: Record<Milestone['kind'], string> = {
  launch: ink.series[0],
  stands: ink.series[2],
  event: ink.series[1],
  leaves: ink.alarm,
};
const KINDS = Object.keys(colorOf) as Milestone['kind'][];
const LANE_PX = 8;
const AXIS_PX = 16;
const EDGE_PX = 18;
/** Of what is dragged. */
const THUMB_PX = 16;
/** Room that a year of the axis takes. */
const YEAR_PX = 44;

/** What happens when, over the years, and the date of the answer: chosen on the slider, on the axis or by an event. */
export function Years() {
  const t = text.value;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(500);
  const { opened } = current.value;
  const dates = opened?.dates ?? [];
  const isShown = dates.length > 1;
  useEffect(() => {
    if (!host.current) return;
    const sizes = new ResizeObserver(() => setWidth(Math.max(160, host.current?.clientWidth ?? 500)));
    sizes.observe(host.current);
    return () => sizes.disconnect();
  }, [isShown]);
  if (!isShown) return null;
  // that of the headline; with somebody off that of everybody in, so that the loss is seen
  const own = dates.indexOf((variant.value ? reference.value : current.value).joint?.headline.date ?? '');
  const index = Math.max(0, dates.includes(atDate.value ?? '') ? dates.indexOf(atDate.value!) : own);
  const stops = dates.map(yearsOf);
  const [from, to] = [Math.floor(stops[0]), Math.ceil(stops.at(-1)!)];
  const x = (year: number) => EDGE_PX + ((width - 2 * EDGE_PX) * (year - from)) / (to - from);
  const nearest = (year: number) =>
    stops.reduce((best, stop, i) => (Math.abs(stop - year) < Math.abs(stops[best] - year) ? i : best), 0);
  const choose = (i: number) => {
    atDate.value = i === own ? undefined : dates[i];
  };
  const all = milestones.value;
  const shown = all.filter((each) => each.x >= from && each.x <= to);
  const height = KINDS.length * LANE_PX + AXIS_PX;
  const step = Math.max(1, Math.ceil((YEAR_PX * (to - from)) / (width - 2 * EDGE_PX)));
  const name = dayOrYear(dates[index]);
  return (
    <div class="years">
      <p class="quiet">
        {t('years.title')}
        <output>{t('years.answerOf', { year: name })}</output>
      </p>
      <div ref={host}>
        <input
          type="range"
          min={from}
          max={to}
          step="any"
          value={stops[index]}
          aria-label={t('years.date')}
          aria-valuetext={name}
          style={{ marginLeft: `${EDGE_PX - THUMB_PX / 2}px`, width: `calc(100% - ${2 * EDGE_PX - THUMB_PX}px)` }}
          onInput={(event) => choose(nearest(event.currentTarget.valueAsNumber))}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            choose(Math.min(dates.length - 1, Math.max(0, index + by)));
          }}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider above does the same by keys, the list below names each */}
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('years.say', { count: shown.length })}
          onClick={(event) => {
            const left = event.currentTarget.getBoundingClientRect().left;
            choose(nearest(from + ((event.clientX - left - EDGE_PX) / (width - 2 * EDGE_PX)) * (to - from)));
          }}
        >
          {Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step).map((year) => (
            <g key={year}>
              <line x1={x(year)} x2={x(year)} y1={0} y2={height - AXIS_PX} class="lane" />
              <text x={x(year)} y={height - 4} text-anchor="middle">
                {year}
              </text>
            </g>
          ))}
          <line x1={x(stops[index])} x2={x(stops[index])} y1={0} y2={height - AXIS_PX + 2} class="cursor" />
          {shown.map((each) => (
            <circle
              key={`${each.date} ${each.words}`}
              cx={x(each.x)}
              cy={LANE_PX * (KINDS.indexOf(each.kind) + 0.5)}
              r={3.4}
              fill={colorOf[each.kind]}
            >
              <title>{t('years.at', { date: each.date, words: each.words })}</title>
            </circle>
          ))}
        </svg>
      </div>
      {all.length > 0 && (
        <details class="events">
          <summary>{t('years.list', { count: all.length })}</summary>
          <ol>
            {all.map((each) => (
              <li key={`${each.date} ${each.words}`}>
                <button type="button" class="link" onClick={() => choose(nearest(each.x))}>
                  <i class="dot" style={{ background: colorOf[each.kind] }} />
                  <b>{each.date}</b> {each.words}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
