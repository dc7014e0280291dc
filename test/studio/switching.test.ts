import { expect, test } from 'vitest';
import { held } from '../../bench/studio/held.ts';
import { done, switchPartner } from '../../bench/studio/switch-partners.ts';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { LONG_MS, linkTo, useStudio } from './studio-browser.ts';

const studio = useStudio();

/** Undo keeps a hundred plans of some hundred bytes each. */
const FLAT_MB = 1;
const TURNS = 16;

test(
  'holds no more after partners were switched off and on again many times',
  async () => {
    const state = { f: 'small.yaml', t: SMALL_LAYER, n: 5, d: 16, w: {} };
    const { page, faults, close } = await studio.open({ hash: linkTo(state), width: 1280, height: 720 });
    await done(page);
    for (let turn = 0; turn < 4; turn++) await switchPartner(page, turn, 'done');
    await done(page);
    const before = await held(page);
    for (let turn = 0; turn < TURNS; turn++) await switchPartner(page, turn, 'told');
    await done(page);
    const after = await held(page);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2);
    expect(after.heapMb).toBeLessThan(before.heapMb + FLAT_MB);
    expect(faults).toEqual([]);
    await close();
  },
  LONG_MS,
);
