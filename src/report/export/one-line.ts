/** A word as it may stand on a line of its own: what would end the line, and what no reader shows, is `?`. */
export function oneLine(word: string): string {
  return word.replace(/[\p{Cc}\u2028\u2029]/gu, '?');
}
