import {
  type Architecture,
  type Catalog,
  checkModels,
  type ElementFile,
  InputError,
  neededFiles,
  parseScenario,
  resolveScenario,
  withdrawn,
  withPlaces,
} from 'cupola';
import type { Job, Withdrawal } from './protocol.ts';

const MAX_TRIALS = 100_000;

export interface ReadJob {
  architecture: Architecture;
  catalog: Catalog;
  /** The architecture with everybody in. */
  whole: Architecture;
  withdrawal?: Withdrawal;
}

/**
 * The architecture of a job: the scenario read and resolved, partners switched.
 *
 * @throws InputError every problem of the scenario, and element files that are not there
 */
export async function readJob(job: Job): Promise<ReadJob> {
  const parsed = parseScenario(job.text, job.file);
  const files: Record<string, ElementFile> = {};
  for (const { element, file: wanted } of neededFiles(parsed.scenario)) {
    const name = wanted.split(/[\\/]/).at(-1) ?? wanted;
    const text = job.elementFiles[name];
    if (text === undefined) {
      const message = `needs the file "${name}": drop it on this page together with the scenario`;
      throw new InputError([{ code: 'missing-file', file: job.file, path: element, message }]);
    }
    files[element] = { file: name, text };
  }
  const { default: catalog } = await import('cupola/catalog.json');
  const whole = withPlaces(parsed.document, () => checkModels(resolveScenario(parsed, catalog, files)));
  whole.analysis.trials = Math.min(job.trials, MAX_TRIALS);
  return { whole, catalog, ...switched(whole, catalog, job) };
}

/** The architecture some years after the partners that are switched off have left. */
function switched(whole: Architecture, catalog: Catalog, { switches, afterYr }: Job) {
  const those = (state: string) => Object.keys(switches).filter((partner) => switches[partner] === state);
  const [supplyStops, serviceDenied] = [those('supply'), those('denied')];
  if (supplyStops.length + serviceDenied.length === 0) return { architecture: whole };
  const { architecture, remaining, substitutions } = withdrawn(whole, catalog, { supplyStops, serviceDenied, afterYr });
  const restored = substitutions.map(({ substitution }) => substitution.restoredYr);
  const withdrawal: Withdrawal = {
    afterYr,
    remaining: [...remaining].filter(([, share]) => share < 0.9995),
    substitutionMusd: substitutions.reduce((sum, { substitution }) => sum + substitution.substitutionMusd, 0),
    restoredYr: restored.includes(undefined) ? undefined : Math.max(0, ...(restored as number[])),
  };
  return { architecture, withdrawal };
}
