import type { Highs, Model } from 'highs';

/** Rows and columns of a mixed-integer programme while it is built. */
export interface Milp {
  cost: number[];
  lower: number[];
  upper: number[];
  isInteger: boolean[];
  rows: MilpRow[];
}

export interface MilpRow {
  /** What it asks for, in a few words. */
  name: string;
  lower: number;
  upper: number;
  columns: number[];
  values: number[];
}

export interface MilpSolution {
  status: 'optimal' | 'infeasible';
  columns: Float64Array;
  objective: number;
  /** Proved lower bound of the objective. */
  bound: number;
}

const OPTIMAL = 7;

export function newMilp(): Milp {
  return { cost: [], lower: [], upper: [], isInteger: [], rows: [] };
}

/** Adds a column and gives its number. */
export function addColumn(milp: Milp, cost: number, lower: number, upper: number, isInteger = false): number {
  milp.lower.push(lower);
  milp.upper.push(upper);
  milp.isInteger.push(isInteger);
  return milp.cost.push(cost) - 1;
}

export function addRow(
  milp: Milp,
  name: string,
  lower: number,
  upper: number,
  terms: readonly (readonly [number, number])[],
): number {
  const used = terms.filter(([, value]) => value !== 0);
  return (
    milp.rows.push({
      name,
      lower,
      upper,
      columns: used.map(([column]) => column),
      values: used.map(([, value]) => value),
    }) - 1
  );
}

export interface SolveOptions {
  /** Names of columns, one each, for a file of the programme; those of rows are their own. */
  columnNames?: readonly string[];
  /** Gap to the proved bound at which a search ends, as a ratio; proved optimality where it is tiny. */
  gapRatio?: number;
  /** The same in the unit of the objective. */
  gap?: number;
}

/** A programme that stays in the solver, so that the next solution starts from the last one. */
export interface OpenMilp {
  /** Minimises with these costs, the last ones where none are given. */
  solve(costs?: ReadonlyMap<number, number>): MilpSolution;
  /** In the MPS format. */
  mps(): string;
}

/**
 * Opens a programme in HiGHS for several solutions.
 *
 * @source highs-2018, HiGHS mixed-integer and linear solver
 */
export function withMilp<Result>(
  highs: Highs,
  milp: Milp,
  { gapRatio = 1e-6, gap, columnNames }: SolveOptions,
  use: (open: OpenMilp) => Result,
): Result {
  const isMip = milp.isInteger.some(Boolean);
  return highs.withModel(modelData(milp, isMip, columnNames), (model): Result => {
    model.options.set('mip_rel_gap', gapRatio);
    // of these programmes presolve and restarts take more time than they save: 5.4 s to 1.2 s on golden-dome with three losses
    if (isMip) model.options.set('presolve', 'off');
    if (isMip) model.options.set('mip_allow_restart', false);
    if (gap !== undefined) model.options.set('mip_abs_gap', gap);
    let last: number[] = [];
    const setCosts = (costs: ReadonlyMap<number, number>) => {
      for (const column of last) if (!costs.has(column)) model.changeColCost(column, 0);
      for (const [column, cost] of costs) model.changeColCost(column, cost);
      last = [...costs.keys()];
    };
    last = milp.cost.flatMap((cost, column) => (cost === 0 ? [] : [column]));
    return use({
      solve(costs) {
        if (costs) setCosts(costs);
        return solved(model, milp, isMip);
      },
      mps: () => new TextDecoder().decode(model.exportModel('mps')),
    });
  });
}

/**
 * Solves a programme with HiGHS: to proved optimality, or to a gap that the bound tells.
 *
 * @throws Error where the solver ends without an answer
 */
export function solveMilp(highs: Highs, milp: Milp, options: SolveOptions = {}): MilpSolution {
  return withMilp(highs, milp, options, (open) => open.solve());
}

function modelData({ rows, cost, lower, upper, isInteger }: Milp, isMip: boolean, columnNames?: readonly string[]) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, i) => {
    starts[i + 1] = starts[i] + columns.length;
  });
  const indices = new Int32Array(starts.at(-1)!);
  const values = new Float64Array(starts.at(-1)!);
  rows.forEach((row, i) => {
    indices.set(row.columns, starts[i]);
    values.set(row.values, starts[i]);
  });
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: cost.length, starts, indices, values },
    ...(columnNames && { colNames: [...columnNames], rowNames: rows.map((row, i) => rowName(row, i)) }),
    ...(isMip && { integrality: Int32Array.from(isInteger, (each) => (each ? 1 : 0)) }),
  };
}

/** A name without blanks, alone in the programme. */
function rowName({ name }: MilpRow, i: number): string {
  return `r${i}_${name.replaceAll(/[^A-Za-z0-9_.-]+/g, '_')}`;
}

function solved(model: Model, { cost }: Milp, isMip: boolean): MilpSolution {
  model.run();
  const status = model.getModelStatus();
  const nothing = {
    columns: new Float64Array(cost.length),
    objective: Number.NaN,
    bound: Number.NaN,
  };
  if (status === 8 || status === 9) return { status: 'infeasible', ...nothing };
  if (status !== OPTIMAL) throw new Error(`the solver ended with status ${status}`);
  const solution = model.getSolution();
  const objective = model.getObjectiveValue();
  const bound = isMip ? Number(model.info.get('mip_dual_bound')) : objective;
  return {
    status: 'optimal',
    columns: solution.colValue.slice(),
    objective,
    bound,
  };
}
