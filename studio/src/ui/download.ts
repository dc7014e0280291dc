import type { Row } from '../charts/effect-rows.ts';

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

/** Rows as comma-separated values; text that a spreadsheet would take for a formula is made plain. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cell = (value: string | number | undefined) => {
    if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return '';
    const words = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

export function downloadTable(title: string, rows: readonly Row[]): void {
  const lines = rows.map(({ name, value, low, high, reference }) => [name, value, low, high, reference]);
  downloadText(`${title}.csv`, csv([['name', 'value', 'low', 'high', 'reference'], ...lines]), 'text/csv');
}
