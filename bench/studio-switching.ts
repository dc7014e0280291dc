import { held } from './studio/held.ts';
import { openShipped } from './studio/open-studio.ts';
import { done, switchPartner } from './studio/switch-partners.ts';

const MINUTES = Number(process.env.CUPOLA_STUDIO_MINUTES ?? 10);
const SCENARIO = process.env.CUPOLA_STUDIO_SCENARIO ?? 'golden-dome';
/** Heap that may come and go: what the last answers of two partners differ by, and what the engine of the browser keeps of its own. */
export const FLAT_MB = 2;

/**
 * What the studio's page holds while partners are switched off and on for some minutes (CUPOLA_STUDIO_MINUTES, 10): heap after a
 * collection, nodes and listeners, with all partners on and every run ended. The first round is not counted: it loads what is lazy.
 */
export async function bench(): Promise<string[]> {
  const { page, close } = await openShipped(process.env.CUPOLA_STUDIO_FOLDERS ?? 'dist/studio', SCENARIO);
  try {
    for (let turn = 0; turn < 4; turn++) await switchPartner(page, turn, 'done');
    const startMs = performance.now();
    const lines: string[] = [];
    let turns = 0;
    const heaps: number[] = [];
    for (let minute = 0; minute <= MINUTES; minute++) {
      while (performance.now() - startMs < 60_000 * minute) {
        await switchPartner(page, turns++, 'told');
      }
      await done(page);
      const { heapMb, nodes, listeners } = await held(page);
      heaps.push(heapMb);
      lines.push(
        `minute ${minute}, ${turns} partners off and on: heap ${heapMb.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`,
      );
    }
    const grownMb = Math.max(...heaps) - heaps[0];
    lines.push(`at most ${grownMb.toFixed(2)} MB more than at the start: ${grownMb < FLAT_MB ? 'flat' : 'NOT FLAT'}`);
    return lines;
  } finally {
    await close();
  }
}
