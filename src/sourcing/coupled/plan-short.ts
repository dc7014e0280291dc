import type { Highs } from 'highs';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { addRow, type Milp, solveMilp } from '../milp.ts';
import type { CaseColumns } from './plan-case.ts';
import type { PlanProgramme } from './plan-programme.ts';

/** Fleet-years that a shortfall may stay above the least there is, so that no money is spent on the last bit. */
const SLACK_YR = 0.02;
/** Holds what is missing with everybody in to the least there is. */
export function limitBaseShort(highs: Highs, model: PlanModel, { milp, short }: PlanProgramme): void {
  limitShort(highs, model, milp, short.flat());
}

/** As {@link limitBaseShort}, of some columns; false where nothing meets the rules. */
export function limitShort(highs: Highs, model: PlanModel, milp: Milp, columns: readonly number[]): boolean {
  minimise(milp, columns);
  const { status, objective: least } = solveMilp(highs, milp);
  if (status === 'infeasible') return false;
  addRow(
    milp,
    'missing',
    Number.NEGATIVE_INFINITY,
    least + SLACK_YR / model.stepYr,
    columns.map((column) => [column, 1]),
  );
  return true;
}

export const caseShort = ({ short }: CaseColumns) => short.flat();

export function minimise(milp: Milp, columns: readonly number[]): void {
  milp.cost.fill(0);
  for (const column of columns) milp.cost[column] = 1;
}
