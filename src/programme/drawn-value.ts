import { normalQuantile } from '../num/special.ts';
import type { DrawInput } from './draw-inputs.ts';

/** Standard normal deviate of the 90th percentile. */
const P90 = 1.2815515655446004;

/**
 * The value of an input at a probability.
 *
 * Triangular with the value as mode: between low and high, or, where these are the 10th and 90th percentile, widened until
 * they are. Lognormal with the value as median: low and high at the 10th and 90th percentile where they are such, else cut off
 * at three deviations, so that the bounds hold.
 */
export function drawnValue(input: DrawInput, probability: number): number {
  const isLognormal = input.distribution === 'lognormal' && input.low > 0 && input.value > 0;
  const value = isLognormal ? lognormal(input, probability) : triangular(input, probability);
  if (input.isWhole) return Math.max(1, Math.round(value));
  return IN_UNITY.test(input.path) ? Math.min(1, Math.max(0, value)) : value;
}

/** Shares and chances stay between 0 and 1. */
const IN_UNITY = /(Probability|Fraction)$/;

function lognormal({ value, low, high, rangeKind }: DrawInput, p: number): number {
  const z = normalQuantile(p);
  const side = z < 0 ? Math.log(value / low) : Math.log(high / value);
  if (rangeKind === 'band80') return value * Math.exp((side * z) / P90);
  return value * Math.exp(side * Math.max(-1, Math.min(1, z / 3)));
}

function triangular(input: DrawInput, p: number): number {
  const { low, value, high } = input.rangeKind === 'band80' ? widened(input) : input;
  const width = high - low;
  const split = (value - low) / width;
  return p < split ? low + Math.sqrt(p * width * (value - low)) : high - Math.sqrt((1 - p) * width * (high - value));
}

/** Ends of the triangle whose 10th and 90th percentile are low and high, its mode kept; found by repeated widening. */
function widened({ low, value, high }: DrawInput): { low: number; value: number; high: number } {
  let below = value - low;
  let above = high - value;
  for (let i = 0; i < 60; i++) {
    const width = below + above;
    // P(x < low) = (below - d)^2 / (width below) = 0.1, and the same above
    const nextBelow = value - low + Math.sqrt(0.1 * width * below);
    const nextAbove = high - value + Math.sqrt(0.1 * width * above);
    if (Math.abs(nextBelow - below) + Math.abs(nextAbove - above) < 1e-12 * width) break;
    below = nextBelow;
    above = nextAbove;
  }
  // what is not negative at its low end never is
  return { low: low >= 0 ? Math.max(0, value - below) : value - below, value, high: value + above };
}
