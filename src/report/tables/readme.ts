import type { Result } from '../../flow/result.ts';
import { count } from '../../words/numbers.ts';
import { type Column, rowCount, type TidyTable } from './tidy-table.ts';

/** README of a folder of tables: what each file and column holds, and how to repeat the run. */
export function tablesReadme(result: Result, tables: readonly TidyTable[], keptTrials = result.trials): string {
  const { name, seed, trials, version, provenance, run } = result;
  const kept =
    keptTrials < trials
      ? `\nTables by raid, missile and shot hold the first ${count(keptTrials)} raids; the result counts all.\n`
      : '';
  const parts = tables.map((table) => {
    const rows = rowCount(table);
    return [
      `## ${table.name}`,
      '',
      `A row: ${table.about}. ${count(rows)} ${rows === 1 ? 'row' : 'rows'}.`,
      '',
      columnLines(table.columns),
      '',
    ].join('\n');
  });
  return `# ${name}

Tables of one run, each as CSV and as Parquet with the same rows. The unit of a number is the suffix of its name: \`S\` seconds,
\`Musd\` millions of dollars, \`Fraction\` 0 to 1, \`Count\` a count. An empty cell (null in Parquet): it did not come to that, or it is not known.
Text that a spreadsheet would take for a formula has a leading apostrophe in the CSV and none in the Parquet file.
\`result.json\` holds the whole result; \`result.schema.json\` describes it. A null in it stands for a number that does not exist.

${run ? `\`${run.command}\` gives the same numbers.\n` : ''}Seed ${seed}, ${count(trials)} raids, cupola ${version}, catalog ${provenance.catalogHash}, scenario ${provenance.scenarioHash}.
${kept}
${parts.join('\n')}`;
}

/** Columns of a table as a table of Markdown. */
export function columnLines(columns: readonly Column[]): string {
  const lines = columns.map(({ name, kind, about }) => `| \`${name}\` | ${kind} | ${about.replaceAll('|', '\\|')} |`);
  return ['| column | kind | holds |', '| --- | --- | --- |', ...lines].join('\n');
}
