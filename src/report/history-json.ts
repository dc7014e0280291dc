import type { DependenceHistory, HeldFunction, HistoryPoint, PastDependence } from '../flow/dependence-history.ts';

/** The dependence by date as `cupola partners --json` prints it: by contracts, and by the money announced in a year. */
export function historyJson(history: DependenceHistory | null | undefined, past?: PastDependence) {
  return {
    ...(history ? { history: history.points.map(pointJson), trendClaims: history.claims } : {}),
    ...(past ? { asOf: { ...pointJson(past.history.points.at(-1)!), publicLater: past.publicLater } } : {}),
  };
}

function pointJson({ date, functions, together }: HistoryPoint) {
  const by = <T>(pick: (held: HeldFunction) => T) =>
    Object.fromEntries(Object.entries(functions).map(([id, held]) => [id, pick(held)]));
  const index = (value: number) => (Number.isNaN(value) ? null : value);
  const money = (held: HeldFunction) => ({
    musd: held.newMusd,
    shares: held.moneyShares,
    hhi: index(held.moneyHerfindahlIndex),
    openMusd: held.openMusd,
    openPartners: held.openPartners,
    unpricedCounts: held.unpricedCounts,
  });
  return {
    date,
    shares: by(({ contractShares }) => contractShares),
    hhi: by(({ contractHerfindahlIndex }) => index(contractHerfindahlIndex)),
    contractCounts: by(({ contractCounts }) => contractCounts),
    unitCounts: by(({ unitCounts }) => unitCounts),
    newMoney: by(money),
    together: Object.fromEntries(
      Object.entries(together).map(([id, held]) => [
        id,
        { shares: held.contractShares, hhi: index(held.contractHerfindahlIndex), newMoney: money(held) },
      ]),
    ),
  };
}
