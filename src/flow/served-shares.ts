/** How many of the interceptors in space hold a link to the centre at once, by the terminals on each relay. */
export interface ServedShares {
  /** Terminals for satellite clients on each relay, of each medium that it has. */
  perRelayCount: number[];
  layers: {
    id: string;
    rows: {
      /** Partner whose networks are gone; null: as planned. */
      without: string | null;
      /** Share with the terminals that the scenario has. */
      asStatedFraction: number;
      /** [terminals as in `perRelayCount`] share with so many. */
      servedFraction: number[];
    }[];
  }[];
}
