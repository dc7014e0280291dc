const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"[ \t\r\n]*:/y;

/**
 * Where a text stops being JSON, both from 1; engines that parse it do not all say.
 *
 * @returns place of the first character that cannot stand there; the end where something is missing; undefined for sound JSON
 */
export function jsonFault(text: string): { line: number; column: number } | undefined {
  const at = faultAt(text);
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split(/\r\n|\n|\r/); // lines end as they do in files of other notations
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function faultAt(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  const take = (what: RegExp): boolean => {
    what.lastIndex = at;
    if (!what.test(text)) return false;
    at = what.lastIndex;
    return true;
  };
  const isKeyMissing = () => open.at(-1) === '{' && !take(KEY);
  for (;;) {
    take(SPACE);
    const start = text[at];
    if (start === '{' || start === '[') {
      open.push(start);
      at++;
      take(SPACE);
      if (text[at] !== closing(start)) {
        if (isKeyMissing()) return at;
        continue;
      }
    } else if (!take(SCALAR)) return at;
    // after a value, or at the end of an empty list or mapping
    for (;;) {
      take(SPACE);
      const around = open.at(-1);
      if (around === undefined) return at === text.length ? undefined : at;
      if (text[at] !== closing(around)) break;
      open.pop();
      at++;
    }
    if (text[at] !== ',') return at;
    at++;
    take(SPACE);
    if (isKeyMissing()) return at;
  }
}

function closing(open: '{' | '['): string {
  return open === '{' ? '}' : ']';
}
