import type { Highs } from 'highs';
import type { Said } from '../flow/said.ts';

/** Rows and columns of a mixed-integer programme while it is built. */
export interface Milp {
  cost: number[];
  lower: number[];
  upper: number[];
  isInteger: boolean[];
  rows: MilpRow[];
}

export interface MilpRow {
  /** Of a requirement a sentence, of a row that only links columns a word. */
  name: string | Said;
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
  /** By row: change of the objective with its bound; of linear programmes only. */
  rowDual: Float64Array;
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
  name: string | Said,
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

/**
 * Solves a programme with HiGHS to proved optimality.
 *
 * @source highs-2018, HiGHS mixed-integer solver
 * @throws Error where the solver ends without an answer
 */
export function solveMilp(highs: Highs, milp: Milp): MilpSolution {
  const { rows, cost } = milp;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, i) => {
    starts[i + 1] = starts[i] + columns.length;
  });
  const isMip = milp.isInteger.some(Boolean);
  const data = {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: milp.lower,
    colUpper: milp.upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ values }) => values)),
    },
    ...(isMip && { integrality: Int32Array.from(milp.isInteger, (each) => (each ? 1 : 0)) }),
  };
  return highs.withModel(data, (model): MilpSolution => {
    model.options.set('mip_rel_gap', 1e-6);
    model.run();
    const status = model.getModelStatus();
    const nothing = {
      columns: new Float64Array(cost.length),
      objective: Number.NaN,
      bound: Number.NaN,
      rowDual: new Float64Array(rows.length),
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
      rowDual: solution.rowDual.slice(),
    };
  });
}
