import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { StudyResult, WorstCaseRow } from '../../flow/study.ts';
import { count, money } from '../../words/numbers.ts';
import { comboWords, inputName, valueWords } from './input-words.ts';
import { capital, goalWords, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

/** Whether a combination keeps its level, in the order of the table. */
const KEPT: WorstCaseRow['holds'][] = ['yes', 'open', 'no'];

/** Which combinations keep their level in the worst case, which is the cheapest, and what less would come to; empty without `worst`. */
export function worstCaseSentence(result: StudyResult): string {
  if (!result.worstCase) return '';
  const { worstCase } = result;
  const { output, over, isAtMost, rows } = worstCase;
  const { name, show } = outputWords(output);
  const known = rows.filter(({ value }) => Number.isFinite(value)).sort(byCost);
  const combo = ({ inputs }: WorstCaseRow) => comboWords(result, inputs) || 'the scenario';
  const cost = ({ totalMusd }: WorstCaseRow) => (Number.isFinite(totalMusd) ? ` at ${money(totalMusd)}` : '');
  const worst = (row: WorstCaseRow) =>
    `${show(row.value)} (95 %: ${show(row.low)} to ${show(row.high)}; ${inputName(result, over)}: ${atWords(result, row)})`;
  const goal = `${name} at ${goalWords(worstCase)} for every value of "${inputName(result, over)}"`;
  const [first, ...others] = known.filter(({ holds }) => holds === 'yes');
  const openCount = rows.filter(({ holds }) => holds === 'open').length;
  const open = openCount > 0 ? ` Of ${count(openCount)} the trials do not tell.` : '';
  if (!first) {
    const best = known.reduce<WorstCaseRow | undefined>(
      (a, b) => (!a || (isAtMost ? b.value < a.value : b.value > a.value) ? b : a),
      undefined,
    );
    const nearest = best ? ` The best is ${combo(best)}${cost(best)}: ${worst(best)} at worst.` : '';
    return `None of ${count(rows.length)} combinations surely keeps ${goal}.${open}${nearest}`;
  }
  const kept = `Of ${count(rows.length)} combinations ${others.length > 0 ? `${count(others.length + 1)} keep` : '1 keeps'} ${goal}.${open}`;
  const cheapest = known[0]!;
  const saved = first.totalMusd - cheapest.totalMusd;
  const less =
    saved > 0
      ? ` Cheaper by ${money(saved)}, but ${cheapest.holds === 'no' ? 'not enough' : 'not surely enough'}: ${combo(cheapest)}, ${worst(cheapest)} at worst.`
      : '';
  const which = others.length > 0 && Number.isFinite(first.totalMusd) ? 'The cheapest of them is' : 'It is';
  const isOne = others.length === 0 || Number.isFinite(first.totalMusd);
  return isOne ? `${kept} ${which} ${combo(first)}${cost(first)}: ${worst(first)} at worst.${less}` : kept;
}

/** Head and rows of the table of worst cases: those that hold first, cheapest first. */
export function worstCaseTable(result: StudyResult): { caption: string; head: string[]; rows: string[][] } {
  const { worstCase } = result;
  const { output, over, rows } = worstCase!;
  const { head: outputHead, show } = outputWords(output);
  const others = varyingInputs(result).filter((index) => result.inputs[index]!.name !== over);
  const firstWords = valueWords(result, overIndex(result), result.points[0]?.values[overIndex(result)]);
  const sorted = [...rows].sort((a, b) => KEPT.indexOf(a.holds) - KEPT.indexOf(b.holds) || byCost(a, b));
  const cells = sorted.map((row) => [
    ...others.map((index) => valueWords(result, index, row.inputs[result.inputs[index]!.name])),
    show(row.first),
    show(row.value),
    `${show(row.low)} to ${show(row.high)}`,
    atWords(result, row),
    row.holds === 'open' ? 'not sure' : row.holds,
    money(row.totalMusd),
  ]);
  const heads = others.map((index) => result.inputs[index]!.label ?? result.inputs[index]!.name);
  return {
    caption: `${capital(outputHead)} at the worst value of "${inputName(result, over)}"; kept: ${goalWords(worstCase!)}`,
    head: [...heads, firstWords, 'worst', '95 %', inputName(result, over), 'kept', 'cost'],
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
    words: `${show(row.value)} (${atWords(result, row)})`,
  }));
  const sentence = `Each with its 95 % interval; in brackets, the value of "${inputName(result, over)}" that is worst.`;
  return [
    {
      id: `worst-${output}`,
      title: `${capital(name)} in the worst case`,
      sentence,
      chart: barChart(bars, { axisWords: show, axisTitle: `${head}, worst case` }),
      columns: ['combination', 'worst', '95 % from', 'to', inputName(result, over), 'cost, $ million'],
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
