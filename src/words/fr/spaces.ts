/** Spaces that may not break, as French sets them: narrow before ; ! ? and %, wide before a colon and inside « ». */
export function frenchSpaces(words: string): string {
  return words
    .replace(/ ([;!?%])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<=\d) (?=\d{3}\b)/g, '\u202f');
}
