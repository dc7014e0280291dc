/** Words of an option that may be given again and again. */
export function collect(word: string, before: string[] = []): string[] {
  return [...before, word];
}
