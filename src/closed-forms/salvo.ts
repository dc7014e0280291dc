/** How shots are spread over a target: all at once, or some, a look, and the rest at what is left. */
export type SalvoDoctrine = 'barrage' | 'shoot-look-shoot';

export const MOST_OBJECTS = 1_000_000;

/** What the number of interceptors for a raid depends on. */
export interface SalvoInput {
  /** Warheads in the raid; whole number from 1. */
  warheads: number;
  /** Probability of kill of one shot at a tracked warhead; above 0, at most 1. */
  killProbability: number;
  /** Probability that a warhead is tracked, common to all shots at it; above 0, at most 1. */
  trackProbability: number;
  /** Wanted probability that no warhead leaks; above 0, below 1. */
  zeroLeakProbability: number;
  doctrine: SalvoDoctrine;
  /** Decoys in the raid; whole number from 0, none by default. */
  decoys?: number;
  /** Probability that a warhead is taken for one; 1 by default. A warhead taken for a decoy is not shot at. */
  warheadSeenProbability?: number;
  /** Probability that a decoy is taken for a warhead; 1 by default: decoys cannot be told apart. */
  decoySeenProbability?: number;
}

/** Interceptors needed; NaN where no number is enough, and then `reason` says so. */
export interface SalvoResult {
  /** Rounded to the nearest whole number, as the published tables do. */
  interceptors: number;
  interceptorsExact: number;
  /** Shots planned for each object; a fraction is an average over objects. */
  shotsPerTarget: number;
  /** Shots before the look; all of them in a barrage. */
  firstShots: number;
  /** Probability of kill that each warhead needs. */
  warheadKillProbability: number;
  /** The track probability must exceed this, whatever the number of shots. */
  minimumTrackProbability: number;
  /** Objects that are shot at: warheads and what is taken for them. */
  objects: number;
  reason: 'track-probability-too-low' | null;
}

/**
 * Interceptors that a raid of warheads and decoys needs for a wanted chance that nothing leaks.
 *
 * Every warhead needs K = P0^(1/W); n shots on one common track give P_track [1 - (1 - p)^n]; barrage spends n on each
 * object, shoot-look-shoot m and, after a perfect look, n - m on what m missed, with the best whole m. At least one shot
 * goes to each object. Leaves out time, geometry, inventory by site, and errors of the look.
 *
 * @throws RangeError naming the input, its rule and its value
 * @source wilkening-1998, barrage and shoot-look-shoot
 */
export function salvo(input: SalvoInput): SalvoResult {
  const [broken] = brokenSalvoRules(input);
  if (broken) throw new RangeError(`${broken.key} ${broken.rule}: ${broken.value}`);
  const { warheads, killProbability, trackProbability, doctrine } = input;
  const seen = input.warheadSeenProbability ?? 1;
  const objects = warheads * seen + (input.decoys ?? 0) * (input.decoySeenProbability ?? 1);
  const warheadKill = input.zeroLeakProbability ** (1 / warheads);
  const minimumTrackProbability = warheadKill / seen;
  const missAllowed = 1 - minimumTrackProbability / trackProbability;
  const enough = killProbability === 1 ? missAllowed >= 0 : missAllowed > 0;
  const shotsPerTarget = enough ? Math.max(1, Math.log(missAllowed) / Math.log1p(-killProbability)) : Number.NaN;
  const { firstShots, spent } =
    doctrine === 'barrage'
      ? { firstShots: shotsPerTarget, spent: shotsPerTarget }
      : bestFirstShots(shotsPerTarget, killProbability);
  return {
    interceptors: Math.round(objects * spent),
    interceptorsExact: objects * spent,
    shotsPerTarget,
    firstShots,
    warheadKillProbability: warheadKill,
    minimumTrackProbability,
    objects,
    reason: enough ? null : 'track-probability-too-low',
  };
}

/**
 * Mean shots spent on one object when m come first and the rest only if those missed.
 *
 * @source wilkening-1998, shoot-look-shoot
 */
export function spentPerObject(firstShots: number, shots: number, killProbability: number): number {
  return firstShots + (1 - killProbability) ** firstShots * (shots - firstShots);
}

/** Whole number of first shots that spends the least on an object, and what it spends on average. */
function bestFirstShots(shots: number, killProbability: number): { firstShots: number; spent: number } {
  let best = { firstShots: Number.NaN, spent: shots };
  for (let m = 1; m <= shots; m++) {
    const spent = spentPerObject(m, shots, killProbability);
    if (m > 1 && spent >= best.spent) break; // convex in m: past the least it only grows
    best = { firstShots: m, spent };
  }
  return best;
}

/** Doctrines by name. */
export const salvoDoctrines: readonly SalvoDoctrine[] = ['barrage', 'shoot-look-shoot'];

/** Every rule that an input breaks, each with its key and the rule in words. */
export function brokenSalvoRules(
  input: Readonly<Partial<Record<keyof SalvoInput, unknown>>>,
): { key: keyof SalvoInput; rule: string; value: unknown }[] {
  const broken: { key: keyof SalvoInput; rule: string; value: unknown }[] = [];
  const need = (key: keyof SalvoInput, fine: boolean, rule: string) => {
    if (!fine) broken.push({ key, rule: `must be ${rule}`, value: input[key] });
  };
  const { warheads, decoys = 0, warheadSeenProbability = 1, decoySeenProbability = 1 } = input;
  need('warheads', isWhole(warheads, 1), `a whole number from 1 to ${MOST_OBJECTS}`);
  need('killProbability', isShare(input.killProbability) && input.killProbability > 0, 'a number above 0, at most 1');
  need(
    'trackProbability',
    isShare(input.trackProbability) && input.trackProbability > 0,
    'a number above 0, at most 1',
  );
  const wanted = input.zeroLeakProbability;
  need('zeroLeakProbability', isShare(wanted) && wanted > 0 && wanted < 1, 'a number above 0, below 1');
  need('doctrine', salvoDoctrines.includes(input.doctrine as SalvoDoctrine), salvoDoctrines.join(' or '));
  need('decoys', isWhole(decoys, 0), `a whole number from 0 to ${MOST_OBJECTS}`);
  need(
    'warheadSeenProbability',
    isShare(warheadSeenProbability) && warheadSeenProbability > 0,
    'a number above 0, at most 1',
  );
  need('decoySeenProbability', isShare(decoySeenProbability), 'a number from 0 to 1');
  return broken;
}

function isWhole(value: unknown, least: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST_OBJECTS;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
