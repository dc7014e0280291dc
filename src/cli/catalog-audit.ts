import { bases } from '../catalog/field.ts';
import type { Audit, AuditLine, AuditSplit } from '../flow/audit.ts';
import { InputError } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { percent, range } from '../words/numbers.ts';
import { say } from '../words/words.ts';
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
  const head = [
    say('catalog.number'),
    say('audit.of-chance'),
    say('audit.of-money'),
    say('catalog.value'),
    say('catalog.basis'),
    say('catalog.source'),
  ];
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
  const share = (part: number) => (part > 0 ? percent(part, 0) : '-');
  const how = [sourceKind && say(`kind.${sourceKind}`), sourceKind !== 'own' && seen && say(`seen.${seen}`)].filter(
    Boolean,
  );
  return [
    path,
    share(noLeakerFraction),
    share(spentFraction),
    `${readable(value, 4)} (${range(readable(low, 4), readable(high, 4))})`,
    tint(say(`basis.${basis}`)),
    how.length > 0 ? `${source}${say('catalog.colon')}${how.join(say('join.comma'))}` : source,
  ];
}

function headline({ date, noLeaker, spent }: Audit): string {
  return say('audit.headline', { date, chance: splitWords(noLeaker), money: splitWords(spent) });
}

/** `single numbers explain 45 %: 40 % assumptions, 5 % stated`. */
function splitWords({ byBasis, explainedFraction }: AuditSplit): Said {
  if (explainedFraction === 0) return said('audit.nothing');
  const parts = [...bases]
    .filter((basis) => byBasis[basis] > 0)
    .sort((a, b) => byBasis[b] - byBasis[a])
    .map((basis) => said(`audit.${basis}`, { share: byBasis[basis] }));
  return said('audit.explain', { share: explainedFraction, parts });
}

function foot({
  drawsCount,
  raidsCount,
  lightCount,
  fixedCount,
  fixedAssumptionCount,
  noLeaker,
  spent,
}: Audit): string {
  return [
    say('audit.shares', { draws: drawsCount, raids: raidsCount }),
    say('audit.floor', { chance: noLeaker.floorFraction, money: spent.floorFraction, light: lightCount }),
    say('audit.fixed', { fixed: fixedCount, assumptions: fixedAssumptionCount }),
  ].join(' ');
}
