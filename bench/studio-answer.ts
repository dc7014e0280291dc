import { median } from './measure.ts';
import { openShipped } from './studio/open-studio.ts';
import { done, type SwitchTimes, switchPartner } from './studio/switch-partners.ts';

const SCENARIO = process.env.CUPOLA_STUDIO_SCENARIO ?? 'golden-dome';
const TURNS = 8;

/** What a user of the studio waits for who switches a partner off: the first number of what that does, and the end of all draws. */
export async function bench(): Promise<string[]> {
  const { page, close } = await openShipped(process.env.CUPOLA_STUDIO_FOLDERS ?? 'dist/studio', SCENARIO);
  try {
    await done(page);
    const times: SwitchTimes[] = [];
    for (let turn = 0; turn < TURNS; turn++) times.push(await switchPartner(page, turn, 'done'));
    const of = (key: 'toldS' | 'doneS') => times.map((each) => each[key]);
    const told = of('toldS').map((value) => value.toFixed(2));
    return [
      `${SCENARIO}, a partner switched off: first number after ${median(of('toldS')).toFixed(2)} s (${told.join(', ')}), all 16 draws after ${median(of('doneS')).toFixed(1)} s`,
    ];
  } finally {
    await close();
  }
}
