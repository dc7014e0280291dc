import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the studio imports by the names of the package, as the sources: for the studio's build and for the tests of its modules. */
export const sourceAlias = [
  { find: /^cupola$/, replacement: `${root}src/index.ts` },
  { find: /^cupola\/compare$/, replacement: `${root}src/report/compare/index.ts` },
  { find: /^cupola\/words$/, replacement: `${root}src/words/index.ts` },
  { find: /^cupola\/physics$/, replacement: `${root}src/physics/index.ts` },
  { find: /^cupola\/transport$/, replacement: `${root}src/transport/index.ts` },
  { find: /^cupola\/figures$/, replacement: `${root}src/figures/index.ts` },
  { find: /^cupola\/convert$/, replacement: `${root}src/convert/index.ts` },
  { find: /^cupola\/schema$/, replacement: `${root}cupola.schema.json` },
];
