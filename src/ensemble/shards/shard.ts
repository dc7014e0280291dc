import * as z from 'zod';
import { type Said, said as sentence } from '../../flow/said.ts';
import type { Word } from '../../words/template.ts';
import { hashOf } from '../study/canonical.ts';

/** A piece of work: trials `from` to `to` (without the last) of one design point. */
export interface Shard {
  pointIndex: number;
  from: number;
  to: number;
}

/** Name of a shard; the same piece of work always has the same. */
export function shardId({ pointIndex, from, to }: Shard): string {
  return `p${pointIndex}-t${from}-${to}`;
}

/** The shard that a name stands for; undefined for anything else. */
export function parseShardId(id: string): Shard | undefined {
  const found = /^p(\d{1,9})-t(\d{1,9})-(\d{1,9})$/.exec(id);
  if (!found) return undefined;
  const [pointIndex, from, to] = found.slice(1).map(Number) as [number, number, number];
  const shard = { pointIndex, from, to };
  return from <= to && shardId(shard) === id ? shard : undefined;
}

const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const wholes = (max: number) => z.array(whole).max(max);

const sketchSchema = z.strictObject({
  bins: z.array(z.number().int()).max(2_000_000),
  min: z.number().nullable(),
  max: z.number().nullable(),
});

const effectSchema = z.strictObject({
  trials: whole,
  threats: whole,
  allEngagedTrials: whole,
  trialsByLeakers: wholes(300_000),
  leakersByReason: wholes(50),
  layers: z
    .array(
      z.strictObject({
        shots: whole,
        kills: whole,
        shotsByResult: wholes(50),
        inReachMin: whole,
        inReachSum: whole,
        inReachNone: whole,
      }),
    )
    .max(1000),
  times: z.array(sketchSchema).max(100),
  falls: z.strictObject({
    insideCount: whole,
    places: z.array(z.tuple([z.string().max(100), whole])).max(1000),
    cells: z.array(z.tuple([whole, whole])).max(64_800),
  }),
  refused: z.strictObject({ looks: whole, threats: whole }),
  objects: z
    .strictObject({
      warheads: whole,
      decoys: whole,
      trialsByWarheads: wholes(300_000),
      warheadsByReason: wholes(50),
      layers: z.array(z.strictObject({ warheadsStopped: whole, decoysStopped: whole, shotsAtDecoys: whole })).max(1000),
    })
    .optional(),
});

const costSchema = z.strictObject({
  totalMusd: z.number(),
  elements: z.record(z.string().max(100), z.number()),
  categories: z.record(z.string().max(100), z.number()),
});

const numbers = z.array(z.number()).max(10_000_000);
/** What is kept of each trial, by the names of the table of raids of a run. */
export const trialColumns = [
  'startS',
  'leakerCount',
  'warheadLeakerCount',
  'engagedCount',
  'shotCount',
  'killCount',
] as const;

/** A sentence as data. Its arguments are words of scenarios and numbers, and sentences in their turn. */
const said: z.ZodType<Said> = z.strictObject({
  code: z.string().max(100),
  args: z
    .record(
      z.string().max(40),
      z.lazy(() => word),
    )
    .optional(),
});
const word: z.ZodType<Word> = z.union([z.string().max(2000), z.number(), said, z.array(z.lazy(() => word)).max(1000)]);

/** What a shard came to, checked when it comes from elsewhere. Everything in it merges exactly. */
export const shardResultSchema = z.strictObject({
  /** Null where there is no raid to simulate. */
  effect: effectSchema.nullable(),
  /** Cost of the point, from the shard that starts at trial 0. */
  cost: costSchema.optional(),
  layerIds: z.array(z.string().max(100)).max(1000),
  /** One value a trial, by {@link trialColumns}. */
  trials: z.record(z.enum(trialColumns), numbers).optional(),
  notes: z.array(said).max(200),
});
export type ShardResult = z.infer<typeof shardResultSchema>;

/** A shard that was computed, with the hash of its result. */
export interface DoneShard {
  id: string;
  hash: string;
  result: ShardResult;
}

export const doneShardSchema = z.strictObject({
  id: z.string().max(60),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  result: shardResultSchema,
});

/** A result with its name and hash. */
export function doneShard(shard: Shard, result: ShardResult): DoneShard {
  const plain = JSON.parse(JSON.stringify(result)) as ShardResult;
  return { id: shardId(shard), hash: hashOf(plain), result: plain };
}

/**
 * Checks something that claims to be a computed shard: its form, its hash, and that it holds the trials that it names.
 *
 * @returns the shard and what it holds, or why it is refused
 */
export function checkDoneShard(claimed: unknown): { shard: Shard; done: DoneShard } | { refused: Said } {
  const checked = doneShardSchema.safeParse(claimed);
  if (!checked.success)
    return { refused: sentence('cluster.no-result', { why: checked.error.issues[0]?.message ?? '' }) };
  const done = claimed as DoneShard;
  const shard = parseShardId(done.id);
  if (!shard) return { refused: sentence('cluster.no-name') };
  if (hashOf(done.result) !== done.hash) return { refused: sentence('cluster.other-hash') };
  const trials = done.result.effect?.trials ?? shard.to - shard.from;
  const expected = shard.to - shard.from;
  if (trials !== expected) return { refused: sentence('cluster.other-trials', { trials, expected }) };
  return { shard, done };
}
