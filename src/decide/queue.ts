/** Desks that take up who arrives. */
export interface Desks {
  /** Time that each that arrives takes at a desk; 0: nobody waits. */
  serviceS: number;
  /** Desks that serve at once, each one at a time; 1 where left out. */
  deskCount?: number;
  /** By arrival: turn among those that arrive at the same moment; that of the list where left out. */
  rank?: ArrayLike<number>;
}

/**
 * When each of several that arrive is taken up: in order of arrival, by the first desk that is free, each taking as long as the other.
 *
 * Those that arrive at the same moment are taken in the order of their ranks, or of the list. A queue M/D/c where arrivals are a Poisson
 * stream. With one service time for all, they leave in the order in which they were taken up: each takes the desk of the one c places before.
 *
 * @param arrivalS NaN: never comes
 * @returns by arrival; NaN where nothing comes
 * @source franx-2001, equation of Erlang: the wait is that of the c-th before, plus the service, less c arrivals, and not under 0
 */
export function takenUpS(arrivalS: Float64Array, { serviceS, deskCount = 1, rank }: Desks): Float64Array {
  const startS = arrivalS.slice();
  const order = Array.from(arrivalS, (_, i) => i)
    .filter((i) => !Number.isNaN(arrivalS[i]))
    .sort((i, j) => arrivalS[i] - arrivalS[j] || (rank ? rank[i] - rank[j] : i - j));
  order.forEach((i, place) => {
    const freeS = place < deskCount ? -Infinity : startS[order[place - deskCount]] + serviceS;
    startS[i] = Math.max(arrivalS[i], freeS);
  });
  return startS;
}
