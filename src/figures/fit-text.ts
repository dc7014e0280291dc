/** Widths of letters in a common wide font, as shares of its size. */
const NARROW = /[iljtf.,:;'|!()[\] I-]/;
const WIDE = /[mwMW@%—…]/;
const LARGE = /[A-Z&]/;

/** About how wide words are in a picture: never much narrower than in the widest font that a reader may have. */
export function textWidth(text: string, size = 12): number {
  let sum = 0;
  for (const letter of text)
    sum += NARROW.test(letter) ? 0.37 : WIDE.test(letter) ? 0.97 : LARGE.test(letter) ? 0.7 : 0.62;
  return sum * size;
}

/** Text that is cut, with three dots, to the room it has. */
export function fitText(text: string, room: number, size = 12): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, size) > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** Text in at most `most` lines of the room it has, broken between words; the last line is cut where the rest is too long. */
export function fitLines(text: string, room: number, most: number, size = 12): string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length + 1 < most && textWidth(rest, size) > room) {
    const words = rest.split(' ');
    let taken = 1;
    while (taken < words.length && textWidth(words.slice(0, taken + 1).join(' '), size) <= room) taken++;
    lines.push(fitText(words.slice(0, taken).join(' '), room, size));
    rest = words.slice(taken).join(' ');
    if (rest === '') return lines;
  }
  return [...lines, fitText(rest, room, size)];
}

/** Text cut to a number of characters. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
