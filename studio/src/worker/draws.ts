import {
  type Architecture,
  DEFAULT_RAIDS,
  isBuilt,
  JOINT_BOUNDS,
  type JointAnswer,
  type JointPlan,
  type JointRow,
  jointAnswer,
  jointDates,
  jointDraw,
  jointMade,
  jointPlan,
  jointTableOf,
} from 'cupola';

/** Draws before anything is told: fewer have no band. */
const FIRST_DRAWS = 4;

/** The answer by date while it is made, draw by draw: the draws, dates and raids of `cupola run`. */
export class Draws {
  readonly total: number;
  readonly #plan: JointPlan;
  readonly #rows: JointRow[] = [];
  #leftOutCount = 0;
  #done = 0;

  constructor(programme: Architecture, draws: number) {
    this.total = draws;
    this.#plan = jointPlan(programme, { draws, raids: DEFAULT_RAIDS, dates: jointDates(programme) });
  }

  /** Draws of the sample that are flown. */
  get done(): number {
    return Math.min(this.#done, this.total);
  }

  get isComplete(): boolean {
    return this.#done > this.total;
  }

  /** Flies one draw more: those of the sample in their order, then the best estimate. */
  fly(): void {
    const next = this.#done < this.total ? this.#done + 1 : 0;
    const row = jointDraw(this.#plan, next);
    if (row) this.#rows.push(row);
    else this.#leftOutCount++;
    this.#done++;
  }

  /** What the draws so far say; undefined while they are too few. */
  answer(): JointAnswer | undefined {
    return this.#done < FIRST_DRAWS ? undefined : jointAnswer(this.#table());
  }

  /** All that is read off the whole table. */
  made(): ReturnType<typeof jointMade> {
    return jointMade(this.#table(), this.#plan.architecture);
  }

  #table() {
    return jointTableOf(this.#plan, this.#rows, this.#leftOutCount);
  }
}

/** How many draws a scenario is flown with: none where it does not say how its force is built. */
export function drawsFor(programme: Architecture, asked: number): number {
  const [least, most] = JOINT_BOUNDS.draws;
  return asked === 0 || !isBuilt(programme) ? 0 : Math.min(most, Math.max(least, asked));
}

/** Words of a command line that ask for the same. */
export function drawWords(draws: number): string[] {
  return draws === 0 ? [] : ['--draws', String(draws), '--raids', String(DEFAULT_RAIDS)];
}
