/**
 * A function of plain data that answers what it was asked lately without working it out again.
 *
 * Answers are shared: nobody may change one.
 *
 * @param limit answers that are kept; those longest unasked go first
 */
export function remembered<Asked, Answer>(limit: number, make: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new Map<string, Answer>();
  return (asked) => {
    const key = JSON.stringify(asked, keepNumber);
    const answer = answers.has(key) ? (answers.get(key) as Answer) : make(asked);
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > limit) answers.delete(answers.keys().next().value as string);
    return answer;
  };
}

/** JSON has no word for some numbers, and one for both zeros. */
function keepNumber(_: string, value: unknown): unknown {
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return Object.is(value, -0) ? ['-0'] : [String(value)];
}
