import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import { storyChart } from '../report/story-chart.ts';
import { colorStyle, plainStyle } from '../report/text.ts';
import { trialRecords } from '../run/drive.ts';
import { pipeline } from '../run/pipeline.ts';
import { canSimulate, prepare } from '../run/prepare.ts';
import type { CommandContext } from './command.ts';

/** `run --explain THREAT` and `run --save-stages DIR`: one trial in full. */
export async function explain(architecture: Architecture, context: CommandContext, trial: number): Promise<number> {
  if (!canSimulate(architecture)) throw noRaid();
  const prepared = prepare(architecture);
  const { explain: wanted, saveStages, json } = context.options as Record<string, string | undefined>;
  if (saveStages !== undefined) {
    const records = trialRecords(prepared, trial);
    const { architecture: _, ...ownWorld } = records.world;
    const made = pipeline.map(({ writes }) => [writes, writes === 'world' ? ownWorld : records[writes]] as const);
    const files = await saveRecords(saveStages, [['architecture', architecture], ...made]);
    context.note(`wrote ${files.join(', ')} to ${saveStages}`);
  }
  if (wanted === undefined) return 0;
  const threatIndex = prepared.flights.findIndex(({ id }) => id === wanted);
  if (threatIndex < 0)
    throw unknownThreat(
      wanted,
      prepared.flights.map(({ id }) => id),
    );
  const { storyOf } = await import('../run/answer.ts');
  const story = storyOf(prepared, trial, threatIndex);
  const style = context.color ? colorStyle : plainStyle;
  context.out(json ? JSON.stringify(story) : storyChart(story, style, context.columns));
  return 0;
}

/** One file a record, each written whole or not at all. */
async function saveRecords(
  folder: string,
  records: readonly (readonly [name: string, record: unknown])[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  for (const [name, record] of records) {
    if (record === undefined) continue;
    const file = join(folder, `${name}.json`);
    await writeFile(`${file}.part`, JSON.stringify(record, plainArrays));
    await rename(`${file}.part`, file);
    names.push(`${name}.json`);
  }
  return names;
}

function plainArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

function noRaid(): InputError {
  return new InputError([
    {
      code: 'no-raid',
      path: '',
      message: 'the scenario has no raid: it needs a threat, a command centre and an interceptor layer',
    },
  ]);
}

function unknownThreat(wanted: string, known: string[]): InputError {
  const few = known.length > 12 ? `${known[0]} to ${known.at(-1)}` : known.join(', ');
  const message = `no missile is called "${wanted}"${suggestion(wanted, known)}; there are ${few}`;
  return new InputError([{ code: 'unknown-threat', path: '--explain', message }]);
}
