import * as z from 'zod';
import { recordGroups } from '../../flow/study.ts';

const MAX_INPUTS = 64;
const MAX_LEVELS = 1000;
const MAX_TRIALS = 10_000_000;

const finite = z.number().min(-1e15).max(1e15);
const whole = (min: number, max: number) => z.number().int().min(min).max(max);
const inputPath = z
  .string()
  .min(1)
  .max(200)
  .describe('place in the scenario, such as interceptors.sbi.shells[0].planes');

/** Keys of an input that give its values. */
export const valueKeys = ['list', 'range', 'logRange', 'between', 'column', 'cases'] as const;

const steps = z.strictObject({ from: finite, to: finite, steps: whole(2, MAX_LEVELS) });
const logSteps = z
  .strictObject({ from: finite.positive(), to: finite.positive(), steps: whole(2, MAX_LEVELS) })
  .describe('steps of equal ratio');

const between = z
  .union([
    z.literal('catalog'),
    z
      .strictObject({ low: finite, high: finite, scale: z.enum(['linear', 'log']).optional() })
      .refine(({ low, high }) => low < high, 'study.low-high')
      .refine(({ low, scale }) => scale !== 'log' || low > 0, 'study.log-low'),
  ])
  .describe('a range to sample from: `catalog` takes low and high of the catalog');

const oneCase = z.strictObject({
  label: z.string().min(1).max(60).describe('name of the case in tables and charts'),
  set: z
    .record(inputPath, z.unknown())
    .refine((set) => Object.keys(set).length <= 100, 'study.places')
    .describe('places and their values; {}: the scenario as it is'),
});

const input = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'study.name')
      .describe('column of the results'),
    label: z.string().min(1).max(40).optional().describe('name for people, with the unit, such as "decision, s"'),
    input: z
      .union([inputPath, z.array(inputPath).min(1).max(20)])
      .optional()
      .describe('one place, or several that move together'),
    cases: z.array(oneCase).min(1).max(MAX_LEVELS).optional().describe('named cases, each with places of its own'),
    list: z.array(z.unknown()).min(1).max(MAX_LEVELS).optional(),
    labels: z.array(z.string().min(1).max(60)).optional().describe('names of the values of `list`'),
    range: steps.optional(),
    logRange: logSteps.optional(),
    between: between.optional(),
    column: z.string().min(1).max(100).optional().describe('column of the design matrix'),
    whole: z.boolean().optional().describe('round to whole numbers'),
  })
  .refine((given) => valueKeys.filter((key) => key in given).length === 1, 'study.one-key')
  .refine(({ input: place, cases }) => (place === undefined) === (cases !== undefined), {
    path: ['input'],
    message: 'study.input-or-cases',
  })
  .refine(({ list, labels }) => !labels || labels.length === list?.length, 'study.labels');

const sample = z.strictObject({
  method: z
    .enum(['latin-hypercube', 'sobol', 'saltelli', 'morris', 'one-at-a-time'])
    .describe('saltelli gives Sobol indices, morris elementary effects, one-at-a-time a tornado'),
  count: whole(1, 100_000).optional().describe('points; for saltelli and morris: base points and trajectories'),
  seed: whole(0, Number.MAX_SAFE_INTEGER).optional(),
});

export const stopOutputs = ['noLeaker', 'allEngaged', 'expectedLeakers'] as const;

const stop = z
  .strictObject({
    output: z.enum(stopOutputs),
    halfWidth: finite.positive().describe('half-width of the 95 % interval at which a point is done'),
    minTrials: whole(10, MAX_TRIALS).optional().describe('first look; default 100'),
    maxTrials: whole(10, MAX_TRIALS),
  })
  .refine(({ minTrials, maxTrials }) => (minTrials ?? 100) <= maxTrials, 'study.min-max');

const level = {
  atLeast: finite.optional().describe('the level from below: a chance of 0.9 or more'),
  atMost: finite.optional().describe('the level from above: 0.1 leakers or fewer'),
};
const isChance = (output: string) => output !== 'expectedLeakers';
const levelRules = [
  [({ atLeast, atMost }: Level) => (atLeast === undefined) !== (atMost === undefined), 'study.level'],
  [
    ({ output, atLeast = 0.5, atMost = 0.5 }: Level) =>
      !isChance(output) || (atLeast > 0 && atLeast <= 1 && atMost >= 0 && atMost < 1),
    'study.chance',
  ],
] as const;
interface Level {
  output: string;
  atLeast?: number;
  atMost?: number;
}

const find = z
  .strictObject({
    output: z.enum(stopOutputs),
    ...level,
    along: z.string().describe('name of an input with numbers'),
    within: finite
      .positive()
      .optional()
      .describe('go on between the levels of the input until those on both sides are no further apart than this'),
  })
  .refine(...levelRules[0])
  .refine(...levelRules[1]);

const worst = z
  .strictObject({
    output: z.enum(stopOutputs),
    ...level,
    over: z.string().describe('name of the input whose worst value counts, such as who is switched off'),
  })
  .refine(...levelRules[0])
  .refine(...levelRules[1]);

/** The study file: which scenario, what varies, how many trials, what to keep. */
export const studySchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    description: z.string().max(4000).optional(),
    scenario: z.string().min(1).max(500).describe('scenario file, relative to the study'),
    vary: z.array(input).min(1).max(MAX_INPUTS),
    matrix: z.string().min(1).max(500).optional().describe('CSV file of design points, relative to the study'),
    sample: sample.optional(),
    trials: whole(1, MAX_TRIALS).optional().describe('trials of every point; default: those of the scenario'),
    stop: stop.optional().describe('trials until an interval is narrow enough, in place of `trials`'),
    seed: whole(0, Number.MAX_SAFE_INTEGER).optional().describe('default: that of the scenario'),
    record: z.array(z.enum(recordGroups)).max(recordGroups.length).optional().describe('default: cost'),
    find: find.optional().describe('where an output reaches a level, and what it costs there'),
    worst: worst
      .optional()
      .describe('which combinations keep an output at a level in the worst case, and what each costs'),
  })
  .refine(({ trials, stop: rule }) => trials === undefined || rule === undefined, {
    path: ['stop'],
    message: 'study.trials-or-stop',
  });

/** A study as written, checked for form. */
export type Study = z.infer<typeof studySchema>;
export type StudyVary = Study['vary'][number];

/** JSON Schema of the study file, for editors. */
export function studyJsonSchema(): Record<string, unknown> {
  return {
    $id: 'cupola-study.schema.json',
    title: 'Cupola study',
    ...z.toJSONSchema(studySchema, { io: 'input', target: 'draft-7' }),
  };
}
