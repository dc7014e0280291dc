import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { findChromium, launchChromium } from '../../scripts/chromium.mjs';
import { command } from '../../src/cli/export.ts';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { prepare } from '../../src/run/prepare.ts';
import { sceneOf } from '../../src/run/scene.ts';
import { runCommand } from '../fixtures/run-command.ts';

/** What CesiumJS makes of a document: positions of entities at times, and whether links show. */
interface Loaded {
  count: number;
  name: string;
  positions: Record<string, (number[] | null)[]>;
  shows: (boolean | undefined)[];
}

const READER = `
  import { CzmlDataSource, JulianDate } from '@cesium/engine';
  window.read = async (text, ids, times) => {
    const source = await CzmlDataSource.load(JSON.parse(text));
    const at = (iso) => JulianDate.fromIso8601(iso);
    const positions = {};
    for (const id of ids) {
      const entity = source.entities.getById(id);
      positions[id] = times.map((iso) => {
        const found = entity?.position.getValue(at(iso));
        return found ? [found.x, found.y, found.z] : null;
      });
    }
    const links = source.entities.values.filter((entity) => entity.polyline);
    const shows = links.map((entity) => entity.polyline.show.getValue(at(times[0])) && entity.polyline.positions.getValue(at(times[0]))?.length === 2);
    return { count: source.entities.values.length, name: source.name, positions, shows };
  };`;

test.skipIf(!findChromium())(
  'CesiumJS reads a document: objects, positions between samples, links while they are used (needs Chromium)',
  async () => {
    const scenario = 'scenarios/networks.yaml';
    const words = ['czml', scenario, '--select', 'transport', '--routes', '--duration', '600', '--step', '60'];
    const { out } = await runCommand(command, words);
    const bundle = await build({
      stdin: { contents: READER, resolveDir: process.cwd(), loader: 'js' },
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      logLevel: 'error',
      loader: { '.wasm': 'dataurl' },
    });
    const prepared = prepare((await loadScenarioFile(scenario)).architecture);
    // the truth at half a step: positions that the document does not hold
    const fine = sceneOf(prepared, { elements: ['transport'], fromS: 0, durationS: 600, stepS: 30, routes: false });
    const ids = fine.objects.slice(0, 5).map(({ id }) => id);
    const times = [0, 30, 330, 570].map((tS) => new Date((fine.startUnixS + tS) * 1000).toISOString());
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      const errors: string[] = [];
      tab.on('pageerror', (error) => errors.push(String(error)));
      await tab.addScriptTag({ content: bundle.outputFiles[0].text });
      const call = `read(${JSON.stringify(out)}, ${JSON.stringify(ids)}, ${JSON.stringify(times)})`;
      const loaded = (await tab.evaluate(call)) as Loaded;
      expect(errors).toEqual([]);
      expect(loaded.count).toBe(JSON.parse(out).length - 1);
      expect(loaded.name).toBe('Ten routes over six networks');
      let worstM = 0;
      for (const object of fine.objects.slice(0, 5)) {
        [0, 30, 330, 570].forEach((tS, i) => {
          const found = loaded.positions[object.id][i]!;
          const sample = tS / 30;
          for (let axis = 0; axis < 3; axis++)
            worstM = Math.max(worstM, Math.abs(found[axis] - 1000 * object.positionEcefKm[3 * sample + axis]));
        });
      }
      expect(worstM).toBeLessThan(1);
      expect(loaded.shows.length).toBeGreaterThan(10);
      expect(loaded.shows.filter(Boolean).length).toBeGreaterThan(5);
      expect(loaded.shows.filter((show) => show === false).length).toBeGreaterThan(0);
    } finally {
      await browser.close();
    }
  },
);
