import { leastEigenvalue } from './least-eigenvalue.ts';

/**
 * Knowledge of a position and a velocity as a 6 x 6 information matrix, the inverse of the covariance, row by row; rows and columns are
 * x, y, z in km then vx, vy, vz in km/s. Every function changes the matrix in place and keeps it symmetric.
 */
export type Information = Float64Array;

/** Knowledge of the position and velocity to one sigma on each axis, and nothing else. */
export function priorInformation(positionSigmaKm: number, velocitySigmaKmS: number): Information {
  const Y = new Float64Array(36);
  for (let i = 0; i < 3; i++) {
    Y[7 * i] = 1 / (positionSigmaKm * positionSigmaKm);
    Y[21 + 7 * i] = 1 / (velocitySigmaKmS * velocitySigmaKmS);
  }
  return Y;
}

/** What several looks tell together, to be added to a matrix at one time; all zero at first. */
export type LookSum = Float64Array;

/** Sums of the 6 terms of a symmetric 3 x 3 weight, of the same times age, and of the same times age squared. */
export function emptyLookSum(): LookSum {
  return new Float64Array(18);
}

/**
 * Adds what one look tells: the position across the line of sight, and along it where the sensor ranges.
 *
 * The position at the look is taken as p - v age, on a straight line back from the time that the sum will be taken in at.
 *
 * @param line xyz of the unit vector from the sensor to the target
 * @param acrossKm one-sigma error of the position across the line of sight
 * @param alongKm one-sigma error along it; Infinity for a direction alone
 * @param ageS time from the look to the time at which the sum is taken in
 * @source bar-shalom-2001, section 7.2
 */
export function addLook(sum: LookSum, line: Float64Array, acrossKm: number, alongKm: number, ageS: number): void {
  const across = 1 / (acrossKm * acrossKm);
  const along = 1 / (alongKm * alongKm) - across;
  let place = 0;
  for (let i = 0; i < 3; i++) {
    const weight = along * line[i];
    for (let j = 0; j <= i; j++) {
      const w = weight * line[j] + (i === j ? across : 0);
      sum[place] += w;
      sum[place + 6] += ageS * w;
      sum[place + 12] += ageS * ageS * w;
      place++;
    }
  }
}

/** Adds a sum of looks to a matrix and empties the sum. */
export function takeIn(Y: Information, sum: LookSum): void {
  let place = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j <= i; j++) {
      const weight = sum[place];
      const aged = sum[place + 6];
      Y[6 * i + j] += weight;
      Y[6 * (i + 3) + j] -= aged;
      Y[6 * i + j + 3] -= aged;
      Y[6 * (i + 3) + j + 3] += sum[place + 12];
      if (i !== j) {
        Y[6 * j + i] += weight;
        Y[6 * (j + 3) + i] -= aged;
        Y[6 * j + i + 3] -= aged;
        Y[6 * (j + 3) + i + 3] += sum[place + 12];
      }
      place++;
    }
  }
  sum.fill(0);
}

const back = new Float64Array(36);
const half = new Float64Array(36);
const factor = new Float64Array(36);
const solved = new Float64Array(36);

/**
 * Carries the matrix forward in time: M = A'YA, then (M⁻¹ + Q)⁻¹ = M - M (M + Q⁻¹)⁻¹ M.
 *
 * A is the motion backward by `stepS` to third order in the step, with gravity's change across position (good for steps to
 * about 60 s); Q is the noise of a white acceleration.
 *
 * @param gravityRatio mu / r³ at the middle of the step, 1/s²; 0 leaves gravity's change out
 * @param upward unit vector of the position at the middle of the step
 * @param noiseKm2S3 density of the unknown acceleration: twice its variance times its correlation time
 * @source bar-shalom-2001, sections 6.2.2 and 7.2
 */
export function advance(
  Y: Information,
  stepS: number,
  gravityRatio: number,
  upward: Float64Array,
  noiseKm2S3: number,
): void {
  if (!(stepS > 0)) return;
  const t = stepS;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const same = i === j ? 1 : 0;
      const G = gravityRatio * (3 * upward[i] * upward[j] - same);
      back[6 * i + j] = same + (G * t * t) / 2;
      back[6 * i + j + 3] = -(same * t + (G * t * t * t) / 6);
      back[6 * (i + 3) + j] = -G * t;
      back[6 * (i + 3) + j + 3] = same + (G * t * t) / 2;
    }
  }
  congruence(Y);
  if (noiseKm2S3 > 0) addNoise(Y, t, noiseKm2S3);
}

/** Y becomes A'YA with A in `back`. */
function congruence(Y: Information): void {
  for (let i = 0; i < 36; i += 6) {
    for (let j = 0; j < 6; j++) {
      let sum = 0;
      for (let k = 0; k < 6; k++) sum += Y[i + k] * back[6 * k + j];
      half[i + j] = sum;
    }
  }
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < 6; k++) sum += back[6 * k + i] * half[6 * k + j];
      Y[6 * i + j] = sum;
      Y[6 * j + i] = sum;
    }
  }
}

/** Y becomes Y - Y (Y + Q⁻¹)⁻¹ Y: with L L' = Y + Q⁻¹ and L X = Y, that is Y - X'X. */
function addNoise(Y: Information, t: number, q: number): void {
  factor.set(Y);
  const near = 12 / (q * t * t * t);
  const mixed = -6 / (q * t * t);
  const fast = 4 / (q * t);
  for (let i = 0; i < 3; i++) {
    factor[7 * i] += near;
    factor[7 * i + 3] += mixed;
    factor[7 * i + 18] += mixed;
    factor[7 * i + 21] += fast;
  }
  choleskyInPlace(factor);
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j < 6; j++) {
      let sum = Y[6 * i + j];
      for (let k = 0; k < i; k++) sum -= factor[6 * i + k] * solved[6 * k + j];
      solved[6 * i + j] = sum / factor[7 * i];
    }
  }
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = Y[6 * i + j];
      for (let k = 0; k < 6; k++) sum -= solved[6 * k + i] * solved[6 * k + j];
      Y[6 * i + j] = sum;
      Y[6 * j + i] = sum;
    }
  }
}

/** Lower triangle of `A` becomes its Cholesky factor. */
function choleskyInPlace(A: Float64Array): void {
  for (let j = 0; j < 6; j++) {
    for (let i = j; i < 6; i++) {
      let sum = A[6 * i + j];
      for (let k = 0; k < j; k++) sum -= A[6 * i + k] * A[6 * j + k];
      A[6 * i + j] = i === j ? Math.sqrt(sum) : sum / A[7 * j];
    }
  }
}

/**
 * One-sigma position error: root of the largest eigenvalue of the 3 x 3 covariance of the position, velocity unknown.
 *
 * @returns Infinity where a direction is not known at all
 */
export function positionErrorKm(Y: Information): number {
  return firstError(Y);
}

const swapped = new Float64Array(36);

/** One-sigma velocity error, in the same way: root of the largest eigenvalue of the covariance of the velocity, position unknown. */
export function velocityErrorKmS(Y: Information): number {
  for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) swapped[6 * i + j] = Y[6 * ((i + 3) % 6) + ((j + 3) % 6)];
  return firstError(swapped);
}

/** Error of what the first three rows stand for, the other three unknown. */
function firstError(Y: Information): number {
  factor.set(Y);
  // Eliminate the others: Schur complement of the lower right block, by Cholesky of that block.
  for (let j = 3; j < 6; j++) {
    for (let i = j; i < 6; i++) {
      let sum = factor[6 * i + j];
      for (let k = 3; k < j; k++) sum -= factor[6 * i + k] * factor[6 * j + k];
      factor[6 * i + j] = i === j ? Math.sqrt(sum) : sum / factor[7 * j];
    }
  }
  for (let c = 0; c < 3; c++) {
    for (let i = 3; i < 6; i++) {
      let sum = Y[6 * i + c];
      for (let k = 3; k < i; k++) sum -= factor[6 * i + k] * solved[6 * k + c];
      solved[6 * i + c] = sum / factor[7 * i];
    }
  }
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = Y[6 * i + j];
      for (let k = 3; k < 6; k++) sum -= solved[6 * k + i] * solved[6 * k + j];
      half[3 * i + j] = sum;
    }
  }
  const least = leastEigenvalue(half[0], half[4], half[8], half[3], half[7], half[6]);
  return least > 0 ? 1 / Math.sqrt(least) : Infinity;
}
