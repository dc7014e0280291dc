import { commands } from './commands.ts';
import { elements } from './elements.ts';
import { kills } from './kills.ts';
import { laws, programmes, searches } from './laws.ts';
import type { Part, Trier } from './part.ts';
import { scenarios } from './scenarios.ts';
import { signals } from './signals.ts';

/** Share links of the studio; the page's own modules, which are bundled apart. */
const links: Part = {
  count: 100_000,
  limitS: 30,
  open: async () => {
    const page = (await import(new URL('links.mjs', import.meta.url).href)) as { open(): Promise<Trier> };
    return page.open();
  },
};

/** What a night tries, by name. */
export const parts: Record<string, Part> = {
  scenarios,
  elements,
  links,
  commands,
  laws,
  programmes,
  searches,
  kills,
  signals,
};
