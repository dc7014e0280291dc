import * as z from 'zod';
import { recordGroups, type StudyValue } from '../../flow/study.ts';
import { hashOf } from './canonical.ts';
import { stopOutputs } from './study-schema.ts';

const MAX_TEXT = 200_000_000;
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const count = z.number().int().min(1).max(10_000_000);

export const stopRuleSchema = z.union([
  z.strictObject({ trials: count }),
  z.strictObject({
    output: z.enum(stopOutputs),
    halfWidth: z.number().positive(),
    minTrials: count,
    maxTrials: count,
  }),
]);

/** How many trials a point gets: a number, or until an interval is narrow enough. */
export type StopRule = z.infer<typeof stopRuleSchema>;

const goalSchema = z.strictObject({ output: z.enum(stopOutputs), level: z.number(), isAtMost: z.boolean() });

/** An output at a level or better: from below, or from above. */
export type Goal = z.infer<typeof goalSchema>;

const searchSchema = z.strictObject({
  /** The goal that is looked for along an input: one of the inputs, by number. */
  goal: goalSchema,
  axis: whole,
  /** Points of the grid; those after them lie between its levels and are computed as they are needed. */
  gridCount: whole,
});

const pathPart = z.union([z.string().max(100), z.number().int().min(0)]);

/** Everything that a worker needs to compute any part of a study, checked when it comes from elsewhere. */
export const studyJobSchema = z.strictObject({
  format: z.literal(1),
  version: z.string().max(100),
  catalogHash: z.string().regex(/^[0-9a-f]{16}$/),
  scenarioFile: z.string().max(1000),
  scenarioText: z.string().max(2_000_000),
  files: z.record(z.string().max(100), z.strictObject({ file: z.string().max(1000), text: z.string().max(MAX_TEXT) })),
  seed: whole,
  inputs: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        paths: z.array(z.array(pathPart).max(30)).max(100),
        /** Its values are cases: what each sets, by path as the study writes it. */
        isCase: z.literal(true).optional(),
      }),
    )
    .max(100),
  points: z.array(z.array(z.unknown()).max(100)).max(200_000),
  rule: stopRuleSchema,
  /** Levels that a question asks for: with a rule to stop, a point goes on while its interval holds one. */
  goals: z.array(goalSchema).max(2).optional(),
  search: searchSchema.optional(),
  record: z.array(z.enum(recordGroups)).max(recordGroups.length),
});

/**
 * The work of a study, complete in itself: scenario, files, points, trials, seed, version and catalog. Two jobs with the same
 * hash give the same bits; what is only drawn or summed up afterwards is no part of it.
 */
export type StudyJob = z.infer<typeof studyJobSchema>;

/** Name of a job: SHA-256 of its content. */
export function jobHash(job: StudyJob): string {
  return hashOf(job);
}

/** Values of a point by the name of the input. */
export function inputsOf(job: StudyJob, pointIndex: number): Record<string, StudyValue> {
  return Object.fromEntries(job.inputs.map(({ name }, i) => [name, job.points[pointIndex]?.[i]]));
}
