import { type Architecture, type ElementFile, InputError, neededFiles, parseScenario, resolveScenario } from 'cupola';
import type { Job, Switches } from './protocol.ts';

const MAX_TRIALS = 100_000;

/**
 * The architecture of a job: the scenario read and resolved, partners switched.
 *
 * @throws InputError every problem of the scenario, and element files that are not there
 */
export async function readJob({ text, file, elementFiles, switches, trials }: Job): Promise<Architecture> {
  const parsed = parseScenario(text, file);
  const files: Record<string, ElementFile> = {};
  for (const { element, file: wanted } of neededFiles(parsed.scenario)) {
    const name = wanted.split(/[\\/]/).at(-1) ?? wanted;
    const found = elementFiles[name];
    if (found === undefined) {
      const message = `needs the file "${name}": drop it on this page together with the scenario`;
      throw new InputError([{ code: 'missing-file', file, path: element, message }]);
    }
    files[element] = { file: name, text: found };
  }
  const { default: catalog } = await import('cupola/catalog.json');
  const architecture = resolveScenario(parsed, catalog, files);
  architecture.analysis.trials = Math.min(trials, MAX_TRIALS);
  return switched(architecture, switches);
}

/** The architecture with partners switched: those whose service is denied are off; a stopped supply ends what is to come. */
export function switched(architecture: Architecture, switches: Switches): Architecture {
  const denied = Object.keys(switches).filter((partner) => switches[partner] === 'denied');
  if (denied.length === 0) return architecture;
  const partnersOff = [...new Set([...architecture.failures.partnersOff, ...denied])];
  return { ...architecture, failures: { ...architecture.failures, partnersOff } };
}
