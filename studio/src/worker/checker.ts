import {
  InputError,
  neededFiles,
  type Problem,
  parseScenario,
  plainly,
  resolveScenario,
  type Scenario,
  scenarioJsonSchema,
} from 'cupola';
import { parseDocument } from 'yaml';
import { MAX_TEXT_CHARACTERS } from './limits.ts';
import { plainProblem } from './plain-name.ts';

export interface CheckQuestion {
  id: number;
  what: 'check' | 'read' | 'edit';
  text: string;
  file: string;
  path?: (string | number)[];
  /** New value; undefined removes it. */
  value?: unknown;
}

export interface CheckAnswer {
  id: number;
  problems: Problem[];
  text: string;
  scenario?: Scenario;
  schema?: Record<string, unknown>;
  /** Entries of the catalog by kind. */
  entries?: Record<string, string[]>;
}

self.onmessage = async ({ data }: MessageEvent<CheckQuestion>) => {
  const answer: CheckAnswer = { id: data.id, problems: [], text: data.text };
  try {
    if (data.what === 'edit') answer.text = edited(data.text, data.path ?? [], data.value);
    const { default: catalog } = await import('cupola/catalog.json');
    const parsed = parseScenario(answer.text, data.file);
    answer.scenario = parsed.scenario;
    if (data.what === 'read') {
      answer.schema = scenarioJsonSchema();
      answer.entries = Object.fromEntries(
        Object.entries(catalog.entries).map(([kind, entries]) => [kind, Object.keys(entries)]),
      );
    }
    const files = Object.fromEntries(
      neededFiles(parsed.scenario).map(({ element, file }) => [element, { file, text: '' }]),
    );
    resolveScenario(parsed, catalog, files);
  } catch (error) {
    if (error instanceof InputError) answer.problems = error.problems.slice(0, 1000).map(plainProblem);
    else
      answer.problems = [
        { code: 'failed', path: '', said: plainly(error instanceof Error ? error.message : String(error)) },
      ];
  }
  postMessage(answer);
};

function edited(text: string, path: (string | number)[], value: unknown): string {
  if (text.length > MAX_TEXT_CHARACTERS) return text;
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}
