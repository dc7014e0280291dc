/**
 * When each of several that arrive at one desk is taken up: one after the other in order of arrival, each taking as long as the other.
 *
 * Those that arrive at the same moment are taken in the order of the list. A queue M/D/1 where arrivals are a Poisson stream.
 *
 * @param arrivalS NaN: never comes
 * @param serviceS time that each takes; 0: nobody waits
 * @returns by arrival; NaN where nothing comes
 */
export function takenUpS(arrivalS: Float64Array, serviceS: number): Float64Array {
  const startS = arrivalS.slice();
  const order = Array.from(arrivalS, (_, i) => i)
    .filter((i) => !Number.isNaN(arrivalS[i]))
    .sort((i, j) => arrivalS[i] - arrivalS[j] || i - j);
  let freeS = -Infinity;
  for (const i of order) {
    startS[i] = Math.max(arrivalS[i], freeS);
    freeS = startS[i] + serviceS;
  }
  return startS;
}
