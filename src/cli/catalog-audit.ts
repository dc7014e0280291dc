import { type Basis, bases } from '../catalog/field.ts';
import type { Audit, AuditLine, AuditSplit } from '../flow/audit.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { SEEN, SOURCE_KIND } from './catalog-names.ts';
import { type CommandContext, exitCodeOf } from './command.ts';
import { readable } from './readable.ts';

/** More than a run takes: each draw more tells more numbers apart from chance. */
const DEFAULT_DRAWS = '128';

/** `cupola catalog audit S`: numbers by their weight on the headline, with what they rest on. */
export async function showAudit(words: readonly string[], context: CommandContext): Promise<number> {
  const [file] = words;
  if (file === undefined)
    throw new InputError([{ code: 'missing', path: 'audit', said: said('audit.needs-scenario') }]);
  const { options, out, columns, color } = context;
  const [{ loadScenarioFile }, { checkedDate, flyJoint, jointWords }, { jointDates }, { availableParallelism }] =
    await Promise.all([
      import('./load-scenario.ts'),
      import('./joint-run.ts'),
      import('../run/joint.ts'),
      import('node:os'),
    ]);
  const { architecture } = await loadScenarioFile(file);
  const wish = jointWords({ draws: DEFAULT_DRAWS, ...options }, architecture)!;
  if (wish.date !== undefined) await checkedDate(wish.date, architecture);
  const dates = [...new Set([...jointDates(architecture), ...(wish.date ? [wish.date] : [])])].sort();
  const tables = await flyJoint(
    architecture,
    { draws: wish.draws, raids: wish.raids, dates, threads: availableParallelism() },
    context,
  );
  if (!tables) return exitCodeOf(context.signal);
  const [{ auditOf }, { jointAnswer }] = await Promise.all([
    import('../effect/audit.ts'),
    import('../effect/joint-answer.ts'),
  ]);
  const { date } = jointAnswer(tables.base, wish.date).headline;
  const audit = auditOf(tables.base, architecture, date);
  if (options.json) {
    out(JSON.stringify(audit));
    return 0;
  }
  const { colorStyle, plainStyle, wrap, wrappedTable } = await import('../report/text.ts');
  const style = color ? colorStyle : plainStyle;
  const head = ['number', 'of the chance', 'of the money', 'value (low to high)', 'basis', 'source'];
  const rows = audit.lines.map((line) => cellsOf(line, (basis) => (isLoose(line) ? style.accent(basis) : basis)));
  out(style.bold(wrap(headline(audit), columns)));
  if (rows.length > 0) out(`\n${wrappedTable(head, rows, columns, style)}`);
  out(`\n${style.dim(wrap(foot(audit), columns))}`);
  return 0;
}

/** Numbers that a fact-checker opens first: nobody stated them, or nobody here read who did. */
function isLoose({ basis, seen }: AuditLine): boolean {
  return basis === 'assumption' || seen === 'not-seen';
}

function cellsOf(line: AuditLine, tint: (basis: string) => string): string[] {
  const { path, value, low, high, basis, source, sourceKind, seen, noLeakerFraction, spentFraction } = line;
  const share = (part: number) => (part > 0 ? `${Math.round(100 * part)} %` : '-');
  const how = [sourceKind && SOURCE_KIND[sourceKind], sourceKind !== 'own' && seen && SEEN[seen]].filter(Boolean);
  return [
    path,
    share(noLeakerFraction),
    share(spentFraction),
    `${readable(value, 4)} (${readable(low, 4)} to ${readable(high, 4)})`,
    tint(basis),
    how.length > 0 ? `${source}: ${how.join(', ')}` : source,
  ];
}

function headline({ date, noLeaker, spent }: Audit): string {
  return [
    `${date}: of the spread of the chance that nothing gets through, ${splitWords(noLeaker)}.`,
    `Of the spread of the money spent by then, ${splitWords(spent)}.`,
  ].join(' ');
}

const WORDS: Record<Basis, string> = {
  stated: 'stated',
  'second-hand': 'second hand',
  derived: 'derived',
  estimate: 'estimates',
  assumption: 'assumptions',
};

/** `single numbers explain 45 %: 40 % assumptions, 5 % stated`. */
function splitWords({ byBasis, explainedFraction }: AuditSplit): string {
  if (explainedFraction === 0) return 'no single number explains more than chance may';
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const parts = [...bases]
    .filter((basis) => byBasis[basis] > 0)
    .sort((a, b) => byBasis[b] - byBasis[a])
    .map((basis) => `${percent(byBasis[basis])} ${WORDS[basis]}`);
  return `single numbers explain ${percent(explainedFraction)}: ${parts.join(', ')}`;
}

function foot(audit: Audit): string {
  const { drawsCount, raidsCount, lightCount, fixedCount, fixedAssumptionCount, noLeaker, spent } = audit;
  const floor = (share: number) => `${Math.round(100 * share)} %`;
  return (
    `Shares of the variance over ${drawsCount} draws of every number with a range, ${raidsCount} raids each, the dice of the raids taken out; each number alone. ` +
    `Below ${floor(noLeaker.floorFraction)} of the chance and ${floor(spent.floorFraction)} of the money a share may be chance: ${lightCount} drawn numbers are there, and more draws (--draws) tell more of them apart. ` +
    `${fixedCount} numbers have no range, so nothing can be said of their weight; ${fixedAssumptionCount} of them are assumptions.`
  );
}
