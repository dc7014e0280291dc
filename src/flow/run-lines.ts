const RUN_LINE = '# run: ';

/** A scenario with lines on top that say of which run it is; lines of an earlier run make room. */
export function withRunLines(text: string, lines: readonly string[]): string {
  const head = lines.map((line) => `${RUN_LINE}${line.replaceAll(/\s+/g, ' ')}\n`).join('');
  return head + withoutRunLines(text);
}

/** A scenario without the lines on top that say of which run it is: what is hashed. */
export function withoutRunLines(text: string): string {
  let rest = text;
  while (rest.startsWith(RUN_LINE)) {
    const end = rest.indexOf('\n');
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
  return rest;
}
