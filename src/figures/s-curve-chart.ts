import { percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { bottomAxis, leftAxis, SMALL } from './axes.ts';
import { type Chart, one } from './chart.ts';
import { ticks } from './ticks.ts';

/** A value to mark on the curve, such as an announced budget. */
interface CurveMark {
  value: number;
  name: string;
}

const TOP = 40;

/** The chance that the total stays at or under each amount, with marks; those left of the curve share one axis with it. */
export function sCurveChart(
  curve: readonly { value: number; probability: number }[],
  marks: readonly CurveMark[],
  axisTitle: string,
): Chart {
  return (plot, { inks }) => {
    const values = [...curve, ...marks].map(({ value }) => value);
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const room = 0.04 * (highest - lowest || highest);
    const [low, high] = [Math.max(0, lowest - room), highest + room];
    const last = curve.at(-1)!;
    const line = [
      { value: low, probability: 0 },
      { value: curve[0].value, probability: 0 },
      ...curve,
      { value: high, probability: last.probability },
    ];
    const flags = marks.map(({ value, name }, i) => {
      const isRight = value > (low + high) / 2;
      return plot.text([name], {
        x: [value],
        frameAnchor: 'top',
        lineAnchor: 'bottom',
        textAnchor: isRight ? 'end' : 'start',
        dx: isRight ? -5 : 5,
        dy: 34 + 15 * i,
        fontSize: SMALL,
        fill: inks.warm,
      });
    });
    return one(290, {
      marginLeft: 60,
      marginRight: 20,
      marginTop: TOP,
      marginBottom: 40,
      x: { domain: [low, high] },
      y: { domain: [0, 1] },
      marks: [
        ...leftAxis(plot, inks, [0, 0.1, 0.5, 0.9, 1], {
          words: (value) => percent(value, 0),
          title: say('figure.staying-under'),
          left: 60,
        }),
        ...bottomAxis(plot, inks, ticks(low, high, 7), { title: axisTitle }),
        plot.line(line, { x: 'value', y: 'probability', stroke: inks.accent, strokeWidth: 2 }),
        plot.ruleX(marks, { x: 'value', stroke: inks.warm, strokeDasharray: '4 3' }),
        ...flags,
      ],
    });
  };
}
