import type { Band, DateAnswer, JointAnswer } from 'cupola';
import type { Row } from './effect-rows.ts';

/** `2035-07-01` as a year with its fraction, to the month. */
export function yearsOf(date: string): number {
  const [year, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** The chance that nothing gets through at each date, in percent; that of the reference beside it. */
export function chanceRows(answer: JointAnswer, before?: JointAnswer): Row[] {
  return rowsOf(answer, before, ({ noLeaker }) => noLeaker, 100);
}

/** What is spent by each date, in billions of dollars. */
export function spentRows(answer: JointAnswer, before?: JointAnswer): Row[] {
  return rowsOf(answer, before, ({ spentMusd }) => spentMusd, 1e-3);
}

function rowsOf(
  { byDate }: JointAnswer,
  before: JointAnswer | undefined,
  of: (at: DateAnswer) => Band | null,
  factor: number,
): Row[] {
  return byDate.flatMap((at): Row[] => {
    const band = of(at);
    const other = before?.byDate.find(({ date }) => date === at.date);
    const reference = other && of(other);
    if (!band) return [];
    const { p10, p50, p90 } = band;
    return [
      {
        name: at.date,
        x: yearsOf(at.date),
        value: factor * p50,
        low: factor * p10,
        high: factor * p90,
        ...(reference && { reference: factor * reference.p50 }),
      },
    ];
  });
}
