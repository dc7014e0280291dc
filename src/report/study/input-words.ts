import type { StudyResult, StudyValue } from '../../flow/study.ts';
import { count, short } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { varyingInputs } from './varying.ts';

/** A number as people write it: whole numbers whole, others with three digits. */
export function numberWords(value: number): string {
  return Number.isInteger(value) ? count(value) : short(value);
}

/** A label of a value: one that is a number is written as one. */
export function labelWords(label: string): string {
  return label.trim() !== '' && Number.isFinite(Number(label)) ? numberWords(Number(label)) : label;
}

/** What an input is called: its label where the study gives one. */
export function inputName({ inputs }: Pick<StudyResult, 'inputs'>, name: string): string {
  return inputs.find((input) => input.name === name)?.label ?? name;
}

/** A value of an input as the study names it. */
export function valueWords(result: StudyResult, inputIndex: number, value: StudyValue): string {
  const { labels } = result.inputs[inputIndex];
  if (typeof value === 'number') return numberWords(value);
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  if (!labels) return words;
  const order = [...new Set(result.points.map(({ values }) => JSON.stringify(values[inputIndex])))];
  return order.length === labels.length ? (labels[order.indexOf(JSON.stringify(value))] ?? words) : words;
}

/** An input with a value: "raid 1"; the unit of a label stands behind the value: "decision 10 s" for the label "decision, s". */
export function namedValue(name: string, value: string): string {
  const { noun, unit } = nounAndUnit(name);
  return `${noun} ${value}${unit}`;
}

/** A label apart: "decision, s" is "decision", and " s" behind a value. */
export function nounAndUnit(name: string): { noun: string; unit: string } {
  const comma = name.lastIndexOf(', ');
  return comma < 0 ? { noun: name, unit: '' } : { noun: name.slice(0, comma), unit: ` ${name.slice(comma + 2)}` };
}

/** Some inputs that vary and their values: "raid 1, decision 10 s"; the name of a lone input in words is left out. */
export function comboWords(result: StudyResult, values: Record<string, StudyValue>): string {
  const shown = varyingInputs(result).filter((index) => Object.hasOwn(values, result.inputs[index].name));
  const isLoneWord = shown.length === 1 && typeof values[result.inputs[shown[0]].name] !== 'number';
  return shown
    .map((index) => {
      const { name } = result.inputs[index];
      const words = valueWords(result, index, values[name]);
      return isLoneWord ? words : namedValue(inputName(result, name), words);
    })
    .join(say('join.comma'));
}
