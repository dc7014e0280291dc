import { InputError, type Problem } from 'cupola';
import { convertOrbits, endingOf, healthNote, inspectOrbits, keeper } from 'cupola/convert';
import { unixSFromIso } from 'cupola/physics';
import { type Said, said } from 'cupola/words';
import { zipSync } from 'fflate';
import type { ConvertForm, FromConverter, Moment, OrbitFile, ToConverter } from './convert-protocol.ts';
import { plainName, plainProblem } from './plain-name.ts';

const post = (message: FromConverter) => {
  postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<ToConverter>) => {
  const { id, file } = data;
  try {
    if (data.type === 'inspect') inspect(id, file, data);
    else convert(id, file, data.form);
  } catch (error) {
    if (error instanceof InputError) post({ type: 'problems', id, problems: error.problems.map(plainProblem) });
    else post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
};

function inspect(id: number, file: OrbitFile, moment: Moment): void {
  const { count, faults, verdict } = inspectOrbits(file.text, namesOf(file), flightOf(moment));
  post({ type: 'inspected', id, count, faults: faults.map(plainProblem), ...(verdict && { verdict }) });
}

function convert(id: number, file: OrbitFile, form: ConvertForm): void {
  const notes: Said[] = [];
  const { format, keep, frame, isSkippingBad } = form;
  const wish = {
    format,
    frame,
    keep: keeper(keep.trim() === '' ? [] : [keep]),
    durationS: inRange('--duration', form.durationS, 1, 366 * 86_400),
    stepS: inRange('--step', form.stepS, 0.1, 86_400),
    isSkippingBad,
    ...flightOf(form),
  };
  const made = convertOrbits(file.text, namesOf(file), wish, (note) => notes.push(note));
  const { name } = namesOf(file);
  const encoder = new TextEncoder();
  const left: Problem[] = made.left.map(plainProblem);
  const [only] = made.files ?? [];
  const done = { type: 'made', id, count: made.count, notes, left } as const;
  if (made.files && made.files.length > 1) {
    const bytes = zipSync(Object.fromEntries(made.files.map(([each, text]) => [each, encoder.encode(text)])));
    post({ ...done, name: `${name}.zip`, bytes });
    return;
  }
  const text = only ? only[1] : [...(made.pieces ?? [])].join('');
  if (made.health && made.health.flyingCount < made.health.heldCount)
    notes.unshift(healthNote(made.health, made.epochUtc!));
  post({ ...done, name: `${name}.${endingOf(format)}`, bytes: encoder.encode(text) });
}

function namesOf({ name }: OrbitFile): { name: string; file: string } {
  return { name: plainName(name.replace(/\.\w+$/, '')), file: plainName(name) };
}

/** @throws InputError a start that is no time, days that are no number */
function flightOf({ startUtc, maxAgeDays }: Moment): { startUnixS?: number; maxAgeDays: number } {
  const startUnixS = startUtc.trim() === '' ? undefined : unixSFromIso(startUtc);
  if (Number.isNaN(startUnixS)) {
    const wrong = said('option.date-form', { word: startUtc });
    throw new InputError([{ code: 'wrong-word', path: '--epoch', said: wrong }]);
  }
  return { startUnixS, maxAgeDays: inRange('--stale', maxAgeDays, 0, 36_525) };
}

/** @throws InputError a number outside of its range */
function inRange(path: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new InputError([
    { code: 'wrong-number', path, said: said('option.number', { min, max, word: String(value) }) },
  ]);
}
