import { dirname, resolve } from 'node:path';
import type { Catalog } from '../catalog/entry.ts';
import { byPlace, problemAt } from '../catalog/yaml-document.ts';
import type { ParsedStudy, StudyPlan } from '../ensemble/study/plan-study.ts';
import type { ElementFile } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';
import { folderOfInput, type InputFile, MAX_ELEMENT_FILE_BYTES, readInputFile, shownName } from './input-file.ts';
import { loadInstalledCatalog } from './load-catalog.ts';
import { version } from './package-folder.ts';

/** A study ready to be computed, and the files that it was read from. */
export interface LoadedStudy {
  plan: StudyPlan;
  catalog: Catalog;
  inputs: InputFile[];
}

/**
 * Reads a study file (`-` is standard input), the scenario it names with its files, its design matrix and the installed catalog.
 *
 * @throws InputError every problem of any of them
 */
export async function loadStudy(path: string): Promise<LoadedStudy> {
  const [{ parseStudy, planStudy }, { readDesignMatrix }, { neededFiles, parseScenario }] = await Promise.all([
    import('../ensemble/study/plan-study.ts'),
    import('../ensemble/design/design-matrix.ts'),
    import('../read/parse.ts'),
  ]);
  const parsed = parseStudy(await readInputFile(path), shownName(path));
  const beside = (file: string) => resolve(folderOfInput(path), file);
  const { matrix } = parsed.study;
  const scenarioFile = beside(parsed.study.scenario);
  const [scenarioText, matrixText] = await readNamed(parsed, [
    ['scenario', scenarioFile],
    ['matrix', matrix && beside(matrix)],
  ]);
  const inputs: InputFile[] = [
    { path, what: say('file.the-study') },
    { path: scenarioFile, what: say('file.the-scenario') },
    ...(matrix ? [{ path: beside(matrix), what: say('file.the-matrix') }] : []),
  ];
  const files: Record<string, ElementFile> = {};
  for (const { element, file } of neededFiles(parseScenario(scenarioText!, scenarioFile).scenario)) {
    const place = resolve(dirname(scenarioFile), file);
    inputs.push({ path: place, what: say('file.the-elements', { id: element }) });
    files[element] = { file, text: await readInputFile(place, MAX_ELEMENT_FILE_BYTES) };
  }
  const table = matrixText === undefined ? undefined : readDesignMatrix(matrixText, matrix!);
  const catalog = await loadInstalledCatalog();
  // the name as written, not where it lies: the same study on another machine is the same work
  const texts = { scenarioFile: parsed.study.scenario, scenarioText: scenarioText!, files, matrix: table };
  return { plan: planStudy(parsed, texts, catalog, version), catalog, inputs };
}

/** Texts of the files that a study names; one that cannot be read is told at the line that names it. @throws InputError */
async function readNamed(
  { document }: ParsedStudy,
  named: readonly (readonly [key: string, file: string | undefined])[],
): Promise<(string | undefined)[]> {
  const problems: Problem[] = [];
  const texts = await Promise.all(
    named.map(async ([key, file]) => {
      if (file === undefined) return undefined;
      try {
        return await readInputFile(file);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (const { code, said: fault } of error.problems)
          problems.push(problemAt(document, [key], code, said('file.fault', { file, fault })));
        return undefined;
      }
    }),
  );
  if (problems.length > 0) throw new InputError(problems.sort(byPlace));
  return texts;
}
