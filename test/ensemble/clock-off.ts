/** Environment of a Node whose clock is wrong by so many seconds. */
export function clockOff(seconds: number): Record<string, string> {
  const script = `const now = Date.now; Date = class extends Date { constructor(...words) { if (words.length > 0) super(...words); else super(now() + ${1000 * seconds}); } static now() { return now() + ${1000 * seconds}; } };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}
