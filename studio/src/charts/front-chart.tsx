import type { FrontPoint, SourcingAnswer } from 'cupola';
import { useEffect, useRef, useState } from 'preact/hooks';
import { numbers, text } from '../i18n/text.ts';
import { ink } from './ink.ts';

const HEIGHT_PX = 210;
const MARGIN = { left: 58, right: 20, top: 12, bottom: 34 };

/** Cost against what is left in the worst case, today's mix and the cheapest marked. Each point is a button: it loads its mix. */
export function FrontChart({
  front,
  marks,
  chosen,
  onChoose,
}: {
  front: readonly FrontPoint[];
  marks: SourcingAnswer['marks'];
  /** Share asked for in the mix that the search chose. */
  chosen: number;
  onChoose: (lossFraction: number) => void;
}) {
  const t = text.value;
  const n = numbers.value;
  const host = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(520);
  useEffect(() => {
    const sizes = new ResizeObserver(() => setWidth(Math.max(260, host.current?.clientWidth ?? 520)));
    sizes.observe(host.current!);
    return () => sizes.disconnect();
  }, []);
  const beside = [
    { name: t('search.today'), ...marks.today },
    { name: t('search.cheapest'), ...marks.cheapest },
  ].filter(({ costMusd }) => Number.isFinite(costMusd));
  const costs = [...front, ...beside].map(({ costMusd }) => costMusd);
  const low = Math.min(...costs);
  const high = Math.max(...costs, low + 1);
  const pad = 0.06 * (high - low);
  const x = (share: number) => MARGIN.left + (width - MARGIN.left - MARGIN.right) * share;
  const y = (cost: number) =>
    HEIGHT_PX -
    MARGIN.bottom -
    ((HEIGHT_PX - MARGIN.top - MARGIN.bottom) * (cost - low + pad)) / (high - low + 2 * pad);
  const line = undominated(front);
  const say = (point: FrontPoint) =>
    t('front.point', {
      cost: n.money(point.costMusd),
      left: n.percent(point.worstFraction),
      asked: n.percent(point.lossFraction),
    });
  return (
    <figure class="chart front" ref={host}>
      <figcaption>{t('front.title')}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
      <svg width={width} height={HEIGHT_PX} role="group" aria-label={t('front.say')}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={x(share)} x2={x(share)} y1={MARGIN.top} y2={HEIGHT_PX - MARGIN.bottom} class="lane" />
            <text x={x(share)} y={HEIGHT_PX - MARGIN.bottom + 14} text-anchor="middle">
              {n.percent(share)}
            </text>
          </g>
        ))}
        {[low, (low + high) / 2, high].map((cost) => (
          <text key={cost} x={MARGIN.left - 6} y={y(cost) + 4} text-anchor="end">
            {n.short(cost / 1000)}
          </text>
        ))}
        <text x={4} y={10}>
          {n.billions}
        </text>
        <text x={width - MARGIN.right} y={HEIGHT_PX - 4} text-anchor="end">
          {t('front.axis')}
        </text>
        <path
          d={line.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.worstFraction)} ${y(p.costMusd)}`).join('')}
          fill="none"
          stroke={ink.series[0]}
          stroke-width="1.5"
        />
        {front.map((point) => (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a drawing
          <g
            key={point.lossFraction}
            role="button"
            // in lower case: attributes of a drawing keep the case that they are written in
            tabindex={0}
            aria-label={say(point)}
            class="front-point"
            onClick={() => onChoose(point.lossFraction)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(point.lossFraction);
            }}
          >
            <circle cx={x(point.worstFraction)} cy={y(point.costMusd)} r={12} fill="transparent" />
            <circle
              cx={x(point.worstFraction)}
              cy={y(point.costMusd)}
              r={point.lossFraction === chosen ? 7 : 5}
              fill={ink.series[point.lossFraction === chosen ? 1 : 0]}
            />
            <title>{say(point)}</title>
          </g>
        ))}
        {beside.map(({ name, costMusd, worstFraction }) => (
          <g key={name}>
            <rect
              x={x(worstFraction) - 5}
              y={y(costMusd) - 5}
              width={10}
              height={10}
              fill="none"
              stroke={ink.series[1]}
              stroke-width="2"
            />
            <text x={x(worstFraction) + 9} y={y(costMusd) - 8}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>{t('answers.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('search.loss')}</th>
              <th scope="col">{t('cost.billions')}</th>
              <th scope="col">{t('front.axis')}</th>
            </tr>
          </thead>
          <tbody>
            {front.map((point) => (
              <tr key={point.lossFraction}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => onChoose(point.lossFraction)}>
                    {n.percent(point.lossFraction)}
                  </button>
                </th>
                <td>{n.short(point.costMusd / 1000)}</td>
                <td>{n.percent(point.worstFraction)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Points that no other beats in cost and in what is left. */
function undominated(front: readonly FrontPoint[]): FrontPoint[] {
  const kept: FrontPoint[] = [];
  for (const point of [...front].sort((a, b) => a.costMusd - b.costMusd || b.worstFraction - a.worstFraction))
    if (kept.every(({ worstFraction }) => point.worstFraction > worstFraction)) kept.push(point);
  return kept;
}
