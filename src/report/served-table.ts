import type { ServedShares } from '../flow/served-shares.ts';
import { percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table } from './text.ts';

/** Who can be commanded at once, by terminals on each relay; nothing where no interceptor in space has terminals. */
export function servedTables({ layers, perRelayCount }: ServedShares, style: Style): string[] {
  return layers.flatMap(({ id, rows }) => [
    heading(say('served.title', { id }), style),
    table(
      [say('served.each'), ...perRelayCount.map(String), say('served.stated')],
      rows.map(({ without, asStatedFraction, servedFraction }) => [
        without === null ? say('variant.planned') : say('variant.without', { id: without }),
        ...[...servedFraction, asStatedFraction].map((share) => percent(share, 0)),
      ]),
      ['left', ...perRelayCount.map(() => 'right' as const), 'right'],
      style,
    ),
  ]);
}
