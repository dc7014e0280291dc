import { EffectTally } from '../effect/effect.ts';
import { equip, type LayerRoom } from '../engage/layer.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import type { Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { type SenseRoom, senseRoom } from '../sense/sense.ts';
import { pipeline, salvo } from './pipeline.ts';
import type { Prepared } from './prepare.ts';
import type { AllRecords, RaidInputs, RaidRecords } from './records.ts';
import type { Simulation } from './simulation.ts';
import { type How, Moments, type RaidStage } from './stage.ts';
import type { StageClock } from './stage-times.ts';

/** Every record of one raid, and its number. */
export type TrialRecords = RaidInputs & RaidRecords;

/** Room that raid after raid is run in. A record in it stands until the next raid: only outcomes are the caller's own. */
export interface Memory {
  made: Partial<AllRecords>;
  /** By stage that is made by moment, by moment. */
  moments: Record<string, unknown[]>;
  /** By layer. */
  salvo: Partial<AllRecords>[];
  layers: LayerRoom[];
  sense: SenseRoom;
  custody: SenseRoom;
  watch: Watch;
  /** What was seen in the last raid, for one that differs in interceptors alone. */
  sight?: Sight;
}

/** Records that depend on what sees, carries messages and decides, and not on who fires. */
const SIGHT = ['outages', 'links', 'contacts', 'tracks', 'decisions', 'custody'] as const;
type Sight = Pick<RaidRecords, (typeof SIGHT)[number]>;

/** How long each flight is watched at first: as long as commits of the raids before took. */
interface Watch {
  /** Seconds after a launch. */
  flightS: number;
  /** Raids in which some commit came later, and all raids. */
  lateCount: number;
  count: number;
}

export function newMemory(): Memory {
  return {
    made: {},
    moments: {},
    salvo: [],
    layers: [],
    sense: senseRoom(),
    custody: senseRoom(),
    watch: { flightS: FIRST_FLIGHT_S, lateCount: 0, count: 0 },
  };
}

/**
 * The outcome of one raid, in memory that is used again, with links made when they are asked for and looks as far as a commit needs: the
 * same outcome as that of `trialRecords`.
 *
 * @param memory of earlier raids of the same architecture, or of a variant with the same elements
 */
export function runTrial(prepared: Prepared, trial: number, memory = newMemory(), clock?: StageClock): TrialOutcome {
  return outcomeOf(new Raid(prepared, trial, { memory, clock }), memory);
}

/**
 * The outcome of the raid that was run last in a memory, against other interceptors: what is seen, carried and decided is taken over. The
 * same outcome as that of `runTrial`.
 *
 * @param prepared differs from that of the last raid in which interceptors work, and in nothing else
 */
export function runTrialAgain(prepared: Prepared, trial: number, memory: Memory): TrialOutcome {
  return outcomeOf(new Raid(prepared, trial, { memory, sight: memory.sight }), memory);
}

function outcomeOf(raid: Raid, memory: Memory): TrialOutcome {
  raid.make('outcome');
  const { records } = raid;
  memory.sight = Object.fromEntries(SIGHT.map((name) => [name, records[name]])) as unknown as Sight;
  return records.outcome;
}

/** Every record of one raid, whole and made anew. */
export function trialRecords(prepared: Prepared, trial: number, clock?: StageClock): TrialRecords {
  const raid = new Raid(prepared, trial, { clock });
  raid.make('outcome');
  return raid.records;
}

/** One record of one raid: no stage after it is run. */
export function trialRecord<Name extends keyof RaidRecords>(
  prepared: Prepared,
  trial: number,
  name: Name,
): RaidRecords[Name] {
  const raid = new Raid(prepared, trial, {});
  raid.make(name);
  return raid.records[name];
}

export interface SimulateOptions {
  /** Trials with a lower number than this are kept as records. */
  keepBelow?: number;
  /** Asked after each trial; true ends the simulation there. */
  shouldStop?: (done: number) => boolean;
  /** Memory of earlier trials of the same architecture. */
  memory?: Memory;
  clock?: StageClock;
}

/**
 * Runs the trials `from` to `to` (without the last). A trial depends on the seed and its number alone, so any split into
 * parts, merged in any order, gives the same counts.
 */
export function simulate(prepared: Prepared, from: number, to: number, options: SimulateOptions = {}): Simulation {
  const { keepBelow = Infinity, shouldStop, memory = newMemory(), clock } = options;
  const tally = new EffectTally();
  const outcomes: TrialOutcome[] = [];
  for (let trial = from; trial < to; trial++) {
    const outcome = runTrial(prepared, trial, memory, clock);
    tally.add(outcome);
    if (trial < keepBelow) outcomes.push(outcome);
    if (shouldStop?.(trial + 1 - from)) break;
  }
  return { effect: tally.state(), outcomes };
}

/** How long flights are watched before any commit is known: most commits of the first raid come within it. */
const FIRST_FLIGHT_S = 60;
/** Time after burnout, or after the launch of what has none, within which most threats are tracked. */
const EARLY_S = 60;
const LOOKS = pipeline.findIndex(({ writes }) => writes === 'contacts');

interface RaidOptions {
  memory?: Memory;
  clock?: StageClock;
  /** Records that are taken over. */
  sight?: Sight;
}

/** One raid while its records are made. With memory it is brief and made in place; without, every record is whole and its own. */
class Raid {
  readonly records: AllRecords;
  readonly #memory: Memory | undefined;
  readonly #clock: StageClock | undefined;
  readonly #sight: Sight | undefined;
  /** How much of the raid is looked at: what is not tried yet, least first. */
  #spans: Pick<How<unknown>, 'untilS' | 'flightS'>[] = [WHOLE];

  constructor(prepared: Prepared, trial: number, { memory, clock, sight }: RaidOptions) {
    if (!prepared.architecture.command[0]) throw new RangeError('a raid needs a command centre');
    const layers = prepared.layers.map((layer, i) => {
      const equipped = equip(layer, memory?.layers[i]);
      if (memory) {
        memory.layers[i] = equipped.room;
        memory.salvo[i] ??= {};
      }
      return equipped;
    });
    const inputs: RaidInputs = {
      ...prepared,
      trial,
      layers,
      senseRoom: memory?.sense ?? senseRoom(),
      custodyRoom: memory?.custody ?? senseRoom(),
    };
    this.records = inputs as AllRecords;
    this.#memory = memory;
    this.#clock = clock;
    this.#sight = sight;
  }

  /** Makes the records in order up to one. */
  make(last: keyof RaidRecords): void {
    const end = pipeline.findIndex(({ writes }) => writes === last);
    for (let k = 0; k <= end; k++) {
      const stage = pipeline[k];
      if (this.#sight && stage.writes in this.#sight) {
        Object.assign(this.records, { [stage.writes]: this.#sight[stage.writes as keyof Sight] });
        continue;
      }
      this.#run(stage, this.#memory?.made);
      if (stage.writes === 'world' && this.#memory) this.#spans = spansOf(this.records.world, this.#memory.watch);
      if (stage.writes === 'tracks' && !this.#isEnough()) {
        // later looks cannot change a commit before them: only where one is missing more of the raid is looked at
        this.#spans.shift();
        k = LOOKS - 1;
      }
      if (stage.writes === 'engagement') this.#engage();
    }
  }

  /** Layers in order, each with as many salvos as its doctrine and the time allow, its own and that of later layers. */
  #engage(): void {
    for (const layer of this.records.layers) {
      this.records.layer = layer;
      const spares = this.#memory?.salvo[layer.index];
      for (let round = 0; this.#salvo(round, spares); round++);
    }
  }

  /** @returns whether the layer may fire again */
  #salvo(round: number, spares?: Partial<AllRecords>): boolean {
    this.records.round = round;
    for (const step of salvo) {
      const made = this.#run(step, spares);
      if (step.ends?.(made as never)) return false;
    }
    return true;
  }

  /** Makes the record of one stage, in the arrays of the last one where there is memory. */
  #run(stage: RaidStage<AllRecords>, spares?: Partial<AllRecords>): unknown {
    const records: Partial<Record<keyof AllRecords, unknown>> = this.records;
    const made = stage.makeAt ? this.#moments(stage) : this.#timed(stage, spares?.[stage.writes]);
    records[stage.writes] = made;
    if (spares && !stage.makeAt) Object.assign(spares, { [stage.writes]: made });
    return made;
  }

  #timed(stage: RaidStage<AllRecords>, spare: unknown): unknown {
    this.#clock?.enter(stage.name);
    const made = stage.make!(this.#given(stage), this.#how(spare));
    this.#clock?.leave();
    return made;
  }

  /** A record by moment: made when asked for where there is memory, else all at once. */
  #moments(stage: RaidStage<AllRecords>): Moments<unknown> {
    const given = this.#given(stage);
    const kept = this.#memory?.moments;
    if (kept) kept[stage.writes] ??= [];
    const spares = kept?.[stage.writes];
    const moments = new Moments(stage.momentsS!(given), (index) => {
      this.#clock?.enter(stage.name);
      const made = stage.makeAt!(given, index, this.#how(spares?.[index]));
      if (spares) spares[index] = made;
      this.#clock?.leave();
      return made;
    });
    if (!this.#memory) moments.upTo(Infinity);
    return moments;
  }

  /** What a stage reads, and nothing else. */
  #given(stage: RaidStage<AllRecords>): never {
    const given: Record<string, unknown> = {};
    for (const name of stage.reads) given[name] = this.records[name];
    return given as never;
  }

  #how(spare: unknown): never {
    const how: How<unknown> = { spare, isBrief: this.#memory !== undefined, ...this.#spans[0] };
    return how as never;
  }

  /** Whether every threat has its commit within what was looked at; the rest of the raid cannot change it then. */
  #isEnough(): boolean {
    const { tracks, world } = this.records;
    const { untilS, flightS } = this.#spans[0];
    if (untilS === Infinity) return true;
    const isEnough = tracks.threats.every(
      ({ commitS }, i) => commitS <= untilS && commitS < world.threats[i].launchS + flightS,
    );
    if (this.#memory && (isEnough || flightS === Infinity)) note(this.#memory.watch, tracks, world);
    return isEnough;
  }
}

const WHOLE = { untilS: Infinity, flightS: Infinity };

/** Parts of a raid to look at, each with all of the one before: until commits came so far, until after the last burnout, all. */
function spansOf({ threats }: World, { flightS, lateCount, count }: Watch) {
  const lastS = Math.max(...threats.map(({ launchS }) => launchS));
  const burnoutS = Math.max(0, ...threats.map(({ launchS, trajectory }) => launchS + trajectory.burnoutS));
  const early = { untilS: EARLY_S + burnoutS, flightS: Infinity };
  const short = { untilS: Math.min(lastS + flightS, early.untilS), flightS };
  const isVain = lateCount > 4 && lateCount > count / 4;
  return isVain ? [early, WHOLE] : [short, early, WHOLE];
}

/** Watches flights of later raids as long as it took to the last commit of this one. */
function note(watch: Watch, { threats }: Tracks, world: World): void {
  watch.count++;
  const tookS = threats.map(({ commitS }, i) => commitS - world.threats[i].launchS);
  if (tookS.every((commitS) => commitS < watch.flightS)) return;
  watch.lateCount++;
  for (const commitS of tookS) if (commitS >= watch.flightS) watch.flightS = commitS + 1;
}
