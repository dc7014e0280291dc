/** Money that is this many times below what it is held against was most likely given in billions. */
const FAR_BELOW = 500;
const MUSD_PER_BILLION = 1000;

/** What money stated in millions would be if billions were meant; undefined where it is not that far below the cost. */
export function meantMusd(musd: number, costMusd: number): number | undefined {
  return musd * FAR_BELOW < costMusd ? musd * MUSD_PER_BILLION : undefined;
}
