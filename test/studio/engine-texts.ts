import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A text that the program can say, gaps as `{0}`, and where it stands. */
export interface FoundText {
  text: string;
  where: string;
}

/** Source files of the engine that the workers of the studio are made of; the report, an English document, left out. */
async function filesOfWorkers(): Promise<string[]> {
  const own: Plugin = {
    name: 'own',
    setup({ onResolve }) {
      onResolve({ filter: /^cupola$/ }, () => ({ path: join(root, 'src/index.ts'), sideEffects: false }));
      onResolve({ filter: /^cupola\/physics$/ }, () => ({
        path: join(root, 'src/physics/index.ts'),
        sideEffects: false,
      }));
      onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path, external: true }));
    },
  };
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['engine', 'checker', 'searcher'].map((name) => `./studio/src/worker/${name}.ts`),
    bundle: true,
    metafile: true,
    write: false,
    outdir: join(root, 'dist'),
    format: 'esm',
    plugins: [own],
    define: { CUPOLA_VERSION: '""' },
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return [...new Set(used)].filter((file) => /^(src|studio)\//.test(file) && !file.startsWith('src/report/')).sort();
}

/** Every sentence in the sources of the workers; messages to programmers and descriptions of fields left out. */
export async function engineTexts(): Promise<FoundText[]> {
  const files = await filesOfWorkers();
  return files.flatMap((file) => textsOf(file, isProgrammers).filter(({ text }) => isSentence(text)));
}

/** What the YAML library says of a text that it cannot read. */
export function yamlTexts(): FoundText[] {
  const folder = 'node_modules/yaml/dist';
  const files = ['compose', 'parse', 'doc'].flatMap((name) =>
    readdirSync(join(root, folder, name)).map((file) => `${folder}/${name}/${file}`),
  );
  return files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => textsOf(file, (node) => ts.isThrowStatement(node)))
    .filter(({ text }) => /^([A-Z][a-z]*|\{0\}),? [a-z-]+ /i.test(text) && !/^(Error|Set|Map) /.test(text));
}

const FIELD_MAKERS = /^(maybe)?(quantity|text|flag|choice|words|list)$/i;

/** Errors of programmers, and texts that are collected elsewhere: descriptions of fields. */
function isProgrammers(node: ts.Node): boolean {
  if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression))
    return ['RangeError', 'TypeError'].includes(node.expression.expression.getText());
  if (ts.isStringLiteral(node) && ts.isCallExpression(node.parent)) {
    const name = node.parent.expression.getText();
    return FIELD_MAKERS.test(name) || name.endsWith('.describe');
  }
  return false;
}

function isSentence(text: string): boolean {
  const words = text.replace(/\{\d+\}/g, ' ');
  return /[a-z]{2}/.test(words) && / /.test(text.replace(/^\{\d+\}: /, '')) && /[a-z]{2}.* |[ ].*[a-z]{2}/.test(text);
}

function textsOf(file: string, isSkipped: (node: ts.Node) => boolean): FoundText[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: FoundText[] = [];
  const walk = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || isSkipped(node)) return;
    const texts = alternatives(node);
    if (texts) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      for (const text of texts) found.push({ text: numbered(text), where: `${file}:${line + 1}` });
      for (const inner of gaps(node)) walk(inner);
    } else node.forEachChild(walk);
  };
  walk(source);
  return found;
}

const GAP = '\0';

/** What a text expression can come to, a gap for all that is not written there; undefined where it is no text. */
function alternatives(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return alternatives(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [alternatives(node.left), alternatives(node.right)];
    if (!left && !right) return undefined;
    return joined([left ?? [GAP], right ?? [GAP]]);
  }
  if (!ts.isTemplateExpression(node)) return undefined;
  const parts: string[][] = [[node.head.text]];
  for (const { expression, literal } of node.templateSpans) parts.push(choice(expression), [literal.text]);
  return joined(parts);
}

/** Both sides of a condition between two written texts; else a gap. */
function choice(node: ts.Expression): string[] {
  if (!ts.isConditionalExpression(node)) return [GAP];
  const [yes, no] = [alternatives(node.whenTrue), alternatives(node.whenFalse)];
  return yes && no ? [...yes, ...no] : [GAP];
}

function joined(parts: string[][]): string[] {
  return parts.reduce((all, part) => all.flatMap((before) => part.map((next) => before + next)), ['']);
}

/** Expressions inside of a text, which can hold texts of their own. */
function gaps(node: ts.Node): ts.Node[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isBinaryExpression(node)) return [node.left, node.right].flatMap(gaps);
  return ts.isStringLiteralLike(node) ? [] : [node];
}

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll(GAP, () => `{${count++}}`);
}
