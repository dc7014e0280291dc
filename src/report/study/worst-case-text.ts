import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { StudyResult, WorstCaseRow } from '../../flow/study.ts';
import { money, range } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { comboWords, inputName, valueWords } from './input-words.ts';
import { capital, goalWords, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

/** Whether a combination keeps its level, in the order of the table. */
const KEPT: WorstCaseRow['holds'][] = ['yes', 'open', 'no'];
const HOLDS = { yes: 'sweep.kept-yes', open: 'sweep.kept-open', no: 'sweep.kept-no' } as const;

/** Which combinations keep their level in the worst case, which is the cheapest, and what less would come to; empty without `worst`. */
export function worstCaseSentence(result: StudyResult): string {
  if (!result.worstCase) return '';
  const { worstCase } = result;
  const { output, over, isAtMost, rows } = worstCase;
  const { name, show } = outputWords(output);
  const known = rows.filter(({ value }) => Number.isFinite(value)).sort(byCost);
  const combo = ({ inputs }: WorstCaseRow) => comboWords(result, inputs) || say('sweep.the-scenario');
  const cost = ({ totalMusd }: WorstCaseRow) =>
    Number.isFinite(totalMusd) ? say('sweep.worst-cost', { musd: totalMusd }) : '';
  const worst = (row: WorstCaseRow) =>
    say('sweep.worst-value', {
      value: show(row.value),
      low: show(row.low),
      high: show(row.high),
      input: inputName(result, over),
      at: atWords(result, row),
    });
  const goal = say('sweep.worst-goal', {
    output: name,
    goal: goalWords(worstCase),
    input: inputName(result, over),
  });
  const [first, ...others] = known.filter(({ holds }) => holds === 'yes');
  const openCount = rows.filter(({ holds }) => holds === 'open').length;
  const open = openCount > 0 ? say('sweep.worst-open', { count: openCount }) : '';
  if (!first) {
    const best = known.reduce<WorstCaseRow | undefined>(
      (a, b) => (!a || (isAtMost ? b.value < a.value : b.value > a.value) ? b : a),
      undefined,
    );
    const nearest = best
      ? say('sweep.worst-nearest', { combo: combo(best), cost: cost(best), worst: worst(best) })
      : '';
    return say('sweep.worst-none', { count: rows.length, goal, open, nearest });
  }
  const kept = say('sweep.worst-kept', { count: rows.length, kept: others.length + 1, goal, open });
  const isPriced = Number.isFinite(first.totalMusd);
  if (others.length > 0 && !isPriced) return kept;
  const cheapest = known[0];
  const saved = first.totalMusd - cheapest.totalMusd;
  const lessWords = { musd: saved, combo: combo(cheapest), worst: worst(cheapest) };
  const isShort = cheapest.holds === 'no';
  const less =
    saved > 0 ? (isShort ? say('sweep.worst-less', lessWords) : say('sweep.worst-less-open', lessWords)) : '';
  const words = { combo: combo(first), cost: cost(first), worst: worst(first), less };
  return kept + (others.length > 0 ? say('sweep.worst-cheapest', words) : say('sweep.worst-only', words));
}

/** Head and rows of the table of worst cases: those that hold first, cheapest first. */
export function worstCaseTable(result: StudyResult): { caption: string; head: string[]; rows: string[][] } {
  const { worstCase } = result;
  const { output, over, rows } = worstCase!;
  const { head: outputHead, show } = outputWords(output);
  const others = varyingInputs(result).filter((index) => result.inputs[index].name !== over);
  const firstWords = valueWords(result, overIndex(result), result.points[0]?.values[overIndex(result)]);
  const sorted = [...rows].sort((a, b) => KEPT.indexOf(a.holds) - KEPT.indexOf(b.holds) || byCost(a, b));
  const cells = sorted.map((row) => [
    ...others.map((index) => valueWords(result, index, row.inputs[result.inputs[index].name])),
    show(row.first),
    show(row.value),
    range(show(row.low), show(row.high)),
    atWords(result, row),
    say(HOLDS[row.holds]),
    money(row.totalMusd),
  ]);
  const heads = others.map((index) => result.inputs[index].label ?? result.inputs[index].name);
  return {
    caption: say('sweep.worst-caption', {
      output: capital(outputHead),
      input: inputName(result, over),
      goal: goalWords(worstCase!),
    }),
    head: [
      ...heads,
      firstWords,
      say('sweep.worst'),
      say('sweep.ci'),
      inputName(result, over),
      say('sweep.kept'),
      say('head.cost'),
    ],
    rows: cells,
  };
}

/** A bar for each combination: the output at its worst; none without `worst`. */
export function worstCaseFigure(result: StudyResult): Figure[] {
  if (!result.worstCase) return [];
  const { output, rows, over } = result.worstCase;
  const { name, head, show } = outputWords(output);
  const known = rows.filter(({ value }) => Number.isFinite(value));
  const bars = known.map((row) => ({
    name: comboWords(result, row.inputs),
    value: row.value,
    low: row.low,
    high: row.high,
    words: say('sweep.worst-bar', { value: show(row.value), at: atWords(result, row) }),
  }));
  const sentence = say('sweep.worst-say', { input: inputName(result, over) });
  return [
    {
      id: `worst-${output}`,
      title: say('sweep.worst-title', { output: capital(name) }),
      sentence,
      chart: barChart(bars, { axisWords: show, axisTitle: say('sweep.worst-axis', { output: head }) }),
      columns: [
        say('sweep.combination'),
        say('sweep.worst'),
        say('sweep.ci-from'),
        say('sweep.to'),
        inputName(result, over),
        say('sweep.cost-musd'),
      ],
      rows: known.map((row) => [
        comboWords(result, row.inputs),
        row.value,
        row.low,
        row.high,
        atWords(result, row),
        row.totalMusd,
      ]),
    },
  ];
}

const overIndex = ({ inputs, worstCase }: StudyResult) => inputs.findIndex(({ name }) => name === worstCase!.over);

/** The value at which a combination is worst. */
function atWords(result: StudyResult, { at }: WorstCaseRow): string {
  return valueWords(result, overIndex(result), at);
}

/** Cheapest first; those of unknown cost last. */
function byCost(a: WorstCaseRow, b: WorstCaseRow): number {
  const cost = ({ totalMusd }: WorstCaseRow) => (Number.isFinite(totalMusd) ? totalMusd : Number.MAX_VALUE);
  return cost(a) - cost(b);
}
