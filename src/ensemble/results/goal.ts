/** An output at a level or better: from below, or from above. */
export interface Goal {
  output: string;
  level: number;
  isAtMost: boolean;
}

/** A question as a study writes it, as a goal. */
export function goalOf(question: { output: string; atLeast?: number; atMost?: number }): Goal {
  const isAtMost = question.atMost !== undefined;
  return { output: question.output, level: (isAtMost ? question.atMost : question.atLeast) ?? Number.NaN, isAtMost };
}

/** Whether an output is where it should be; NaN is not. */
export function isReached({ level, isAtMost }: Goal, value: number): boolean {
  return isAtMost ? value <= level : value >= level;
}

/** Columns of the ends of an output's interval that are better and worse for a goal. */
export function intervalEnds({ output, isAtMost }: Goal): { better: string; worse: string } {
  const [low, high] = [`${output}.low`, `${output}.high`];
  return isAtMost ? { better: low, worse: high } : { better: high, worse: low };
}
