import type { PinnedCase } from '../../validation/all.ts';
import type { ValidationRow } from '../../validation/case-types.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import type { CheckedCase } from './validation-text.ts';

/** `cupola validate`: published and independent figures beside the values computed here. */
export const command: CommandSpec = {
  name: 'validate',
  isDateless: true,
  summary: 'Published figures beside computed ones, with the difference and the tolerance',
  configure(program) {
    program
      .option('--case <id>', 'one case with all its rows (repeatable)', (id, before: string[] = []) => [...before, id])
      .option('--back-tests', 'only the back-tests: what happened beside what would have been predicted')
      .option('--all', 'all rows of long cases too')
      .option('--markdown', 'as the page docs/validation.md; with --back-tests docs/back-tests.md')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola validate',
    'cupola validate --case aei-calculator',
    'cupola validate --back-tests',
    'cupola validate --json',
  ],
  async run(context) {
    const { options, out } = context;
    const ids = (options.case ?? []) as string[];
    const [{ cases }, text] = await Promise.all([import('../../validation/all.ts'), import('./validation-text.ts')]);
    const asked = (await chosen(cases, ids)).filter(
      ({ validation }) => !options.backTests || validation.level === 'back-test',
    );
    const checked = await checkCases(asked, context);
    const outside = checked
      .flatMap(({ rows }) => rows)
      .filter(({ inside, misses }) => inside === (misses !== undefined)).length;
    if (options.json) {
      const { caseScore } = await import('./validation-score.ts');
      const scored = checked.map((item) => ({ ...item, score: caseScore(item.rows) }));
      out(JSON.stringify({ outside, cases: scored }, null, 2));
    } else if (options.markdown)
      out(options.backTests ? text.backTestMarkdown(checked) : text.validationMarkdown(checked));
    else out(text.validationScreen(checked, options.all === true || ids.length > 0));
    return outside === 0 ? 0 : 1;
  },
};

async function chosen(cases: readonly PinnedCase[], ids: readonly string[]): Promise<readonly PinnedCase[]> {
  const known = cases.map(({ validation }) => validation.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    const { suggestion } = await import('../catalog/yaml-document.ts');
    throw new InputError(
      unknown.map((id) => ({
        code: 'unknown-case',
        path: '--case',
        said: said('command.no-case', { id, hint: suggestion(id, known), known }),
      })),
    );
  }
  return ids.length === 0 ? cases : cases.filter(({ validation }) => ids.includes(validation.id));
}

/** Runs the cases one by one; after Ctrl-C the ones that are done. */
async function checkCases(cases: readonly PinnedCase[], context: CommandContext): Promise<CheckedCase[]> {
  const [{ differenceOf, isInside }, { readReference }] = await Promise.all([
    import('../../validation/assess-row.ts'),
    import('../../validation/read-reference.ts'),
  ]);
  const checked: CheckedCase[] = [];
  for (const { validation, reference, rows: expectedRows } of cases) {
    await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C through
    if (context.signal.aborted) {
      context.note(say('validate.interrupted', { done: checked.length, of: cases.length }));
      break;
    }
    context.progress(say('validate.progress', { id: validation.id }));
    const { id, title, level, source } = validation;
    const rows = validation
      .run(readReference(reference))
      .map((row: ValidationRow) => ({ ...row, difference: differenceOf(row), inside: isInside(row) }));
    if (rows.length !== expectedRows) throw new Error(`${id} gave ${rows.length} rows instead of ${expectedRows}`);
    checked.push({ id, title, level, source, rows });
  }
  context.progress('');
  return checked;
}
