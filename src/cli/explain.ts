import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { storyChart } from '../report/story-chart.ts';
import { colorStyle, plainStyle } from '../report/text.ts';
import { trialRecords } from '../run/drive.ts';
import { pipeline } from '../run/pipeline.ts';
import { canSimulate, prepare } from '../run/prepare.ts';
import type { CommandContext } from './command.ts';
import type { FolderFile } from './result-folder.ts';
import type { Outputs } from './write-file.ts';

/** `run --explain THREAT` and `run --save-stages DIR`: one trial in full. */
export async function explain(
  architecture: Architecture,
  context: CommandContext,
  trial: number,
  outputs: Outputs,
): Promise<number> {
  checkTrial(architecture, trial);
  const prepared = prepare(architecture);
  const { explain: wanted, saveStages, json } = context.options as Record<string, string | undefined>;
  const threatIndex = prepared.flights.findIndex(({ id }) => id === wanted);
  if (wanted !== undefined && threatIndex < 0)
    throw unknownThreat(
      wanted,
      prepared.flights.map(({ id }) => id),
    );
  if (outputs.has('--save-stages')) {
    const records = trialRecords(prepared, trial);
    const { architecture: _, availability: __, ...ownWorld } = records.world;
    const made = pipeline.map(({ writes }) => [writes, writes === 'world' ? ownWorld : records[writes]] as const);
    const files = recordFiles([['architecture', architecture], ...made]);
    if (await outputs.folder('--save-stages', files))
      context.note(`wrote ${files.map(([name]) => name).join(', ')} to ${saveStages}`);
  }
  if (wanted === undefined) return outputs.exitCode;
  const { storyOf } = await import('../run/answer.ts');
  const story = storyOf(prepared, trial, threatIndex);
  const style = context.color ? colorStyle : plainStyle;
  context.out(json ? JSON.stringify(story) : storyChart(story, style, context.columns));
  return outputs.exitCode;
}

/** @throws InputError where no raid is flown, or for a trial that a run of so many would not have */
export function checkTrial(architecture: Architecture, trial: number, trials = architecture.analysis.trials): void {
  if (!canSimulate(architecture)) throw new InputError([{ code: 'no-raid', path: '', said: said('command.no-raid') }]);
  if (trial < trials) return;
  const expected = said('option.trial', { trials, last: trials - 1, trial });
  throw new InputError([{ code: 'wrong-number', path: '--trial', said: expected }]);
}

/** One file a record. */
function recordFiles(records: readonly (readonly [name: string, record: unknown])[]): FolderFile[] {
  return records.flatMap(([name, record]): FolderFile[] =>
    record === undefined ? [] : [[`${name}.json`, JSON.stringify(record, plainArrays)]],
  );
}

function plainArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

function unknownThreat(wanted: string, known: string[]): InputError {
  const few = known.length > 12 ? said('command.from-to', { from: known[0], to: known.at(-1)! }) : known;
  const sentence = said('command.no-missile', { id: wanted, hint: suggestion(wanted, known), known: few });
  return new InputError([{ code: 'unknown-threat', path: '--explain', said: sentence }]);
}
