import { type Footprint, footprintOf, type Prepared, simulate, summarizeEffect } from 'cupola';

/** As in `cupola footprint`: raids behind the median time of the order. */
const ORDER_RAIDS = 20;
/** Coarser than the command, so that the page answers in a moment. */
const SPACING_KM = 400;
const MOMENTS = 3;

/**
 * Which aim points of the areas that the scenario defends are defended, as `cupola footprint --spacing-km 400 --moments 3` tells it.
 *
 * @returns undefined where the scenario defends no area, has no missile for one, or never comes to an order
 */
export function footprintFor(prepared: Prepared): Footprint | undefined {
  const { defended = [], threats } = prepared.architecture;
  const threat = threats.find(({ flight }) => flight !== 'cruise');
  if (defended.length === 0 || !threat) return undefined;
  const orderS = summarizeEffect(simulate(prepared, 0, ORDER_RAIDS).effect, []).times.decided.medianS;
  if (!Number.isFinite(orderS)) return undefined;
  return footprintOf(prepared, {
    areas: defended,
    threat,
    orderS,
    spacingKm: SPACING_KM,
    momentCount: MOMENTS,
    availability: prepared.force.stated,
  });
}
