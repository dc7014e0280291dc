import { readdirSync, readFileSync } from 'node:fs';

/** Pages written by hand, by their path in `docs`. */
export const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !/^(models|reference)[/\\]|node_modules|public/.test(name),
);

/** Those of the project itself. */
export const READMES = ['README', 'README.fr'];

/** Text of a page; `README` is that of the project. */
export const textOf = (page: string) => readFileSync(READMES.includes(page) ? `${page}.md` : `docs/${page}`, 'utf8');

/** Command lines of a page: whole lines of its blocks, and those in running text that begin with `./cupola`. */
export function linesOf(text: string): string[] {
  const parts = text.split(/^```.*$/m);
  const blocks = parts.filter((_, i) => i % 2 === 1).flatMap((block) => block.split('\n'));
  const inText = proseOf(text).flatMap((prose) => [...prose.matchAll(/`(\.\/cupola [^`]+)`/g)].map(([, line]) => line));
  return [...blocks, ...inText]
    .filter((line) => /^(\.\/)?cupola [a-z]/.test(line))
    .map((line) =>
      line
        .replace(/^\.\//, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    );
}

const proseOf = (text: string) => text.split(/^```.*$/m).filter((_, i) => i % 2 === 0);

/** One section of a page: what it says that commands print. */
export interface Section {
  page: string;
  heading: string;
  /** Commands that it and the sections before it show. */
  lines: string[];
  /** Numbers of the running text, with their unit. */
  figures: string[];
  /** Lines of the blocks that show output. */
  output: string[];
}

/** Numbers with their unit. */
const FIGURE = /(?<![\w.-])\+?\d+(,\d{3})*(\.\d+)?( (%|billion|trillion|s|ms|km)(?!\w))?/g;
const FRENCH_FIGURE = /(?<![\w.,-])\+?\d+( \d{3})*(,\d+)?( (%|Md \$|s|ms|km)(?!\w))?/g;

/** Pages whose figures come from their commands. */
const WITH_FIGURES = [...READMES, 'start.md', 'fr/start.md', 'library.md', 'limits.md', 'index.md'];

/** Sections that say something of what commands print. */
export const sections: Section[] = [...WITH_FIGURES, ...pages.filter((page) => page.startsWith('tutorials'))]
  .flatMap(sectionsOf)
  .filter(({ lines, figures, output }) => lines.length > 0 && figures.length + output.length > 0);

/** Command lines that figures.test.ts runs as they stand. */
export const runWhole = new Set(sections.flatMap(({ lines }) => lines));

function sectionsOf(page: string): Section[] {
  const parts = textOf(page).split(/^(?=#+ [A-Z\d])/m);
  return parts.map((text, i) => {
    const prose = proseOf(text)
      .join(' ')
      .replace(/^[|#].*$/gm, '')
      .replace(/`[^`]*`/g, '')
      .replace(/\s+/g, ' ');
    const figures = prose.matchAll(/^README\.fr|^fr\W/.test(page) ? FRENCH_FIGURE : FIGURE);
    const output = [...text.matchAll(/^```text\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block.trim().split('\n'));
    return {
      page,
      heading: text.split('\n')[0],
      lines: [...new Set(linesOf(parts.slice(0, i + 1).join('')))],
      figures: [...new Set([...figures].map(([figure]) => figure))],
      output,
    };
  });
}
