// Finds each `!` of TypeScript that does nothing, since what stands before it cannot be null or undefined. With --write it takes them out.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Places of such assertions, by file of the project. */
function* idleAssertions(config) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => console.error(messageText) };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(`${ROOT}/${config}`, {}, host);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const open = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || source.fileName.includes('node_modules')) continue;
    const ends = [];
    const visit = (node) => {
      if (ts.isNonNullExpression(node)) {
        const type = checker.getTypeAtLocation(node.expression);
        if (!(type.flags & open) && checker.getNonNullableType(type) === type) ends.push(node.end - 1);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    if (ends.length > 0) yield { file: source.fileName, source, ends };
  }
}

/** `file:line` of each in the engine, the commands and their tests, or in what other configurations hold. */
export function listIdleAssertions(configs = ['tsconfig.json']) {
  return configs.flatMap((config) =>
    [...idleAssertions(config)].flatMap(({ file, source, ends }) =>
      ends.map((end) => `${relative(ROOT, file)}:${source.getLineAndCharacterOfPosition(end).line + 1}`),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = ['tsconfig.json', 'studio/tsconfig.json', 'studio/tsconfig.test.json'];
  if (process.argv.includes('--write'))
    for (const config of all)
      for (const { file, ends } of [...idleAssertions(config)]) {
        const letters = readFileSync(file, 'utf8').split('');
        for (const end of ends) letters[end] = '';
        writeFileSync(file, letters.join(''));
      }
  for (const place of listIdleAssertions(all)) console.log(place);
}
