import { text } from '../i18n/text.ts';
import { runLines, shownRuns } from '../state/run-words.ts';
import { say } from '../state/view.ts';

/** Hands a file to the reader. */
export function downloadBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[^\p{L}\p{N}. _-]+/gu, '-').slice(0, 120);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function downloadText(name: string, words: string, type: string): void {
  downloadBlob(name, new Blob([words], { type }));
}

export type Cell = string | number | undefined;

/** Rows as comma-separated values; text that a spreadsheet would take for a formula is made plain. */
function csv(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => {
    if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return '';
    const words = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** What stands with everything that is taken away: which run it is of. Undefined, with a word, where that is not known yet. */
export function exportedRuns(): ReturnType<typeof shownRuns> {
  const runs = shownRuns();
  if (!runs) say(text.value('export.wait'));
  return runs;
}

/** A table as a file, under comment lines (`#`) that say what it is of. */
export function downloadTable(name: string, rows: readonly (readonly Cell[])[], lines: readonly string[]): void {
  const head = lines.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}\r\n`);
  downloadText(name, head.join('') + csv(rows), 'text/csv');
}

/** A table of the run that is shown, as a file that says which run it is of. */
export function downloadCsv(name: string, rows: readonly (readonly Cell[])[], more: readonly string[] = []): void {
  const runs = exportedRuns();
  if (runs) downloadTable(name, rows, [...runLines(runs), ...more]);
}
