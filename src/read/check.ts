import { type PartnerRole, partnerRoles } from '../dependence/providers.ts';
import type { Architecture } from '../flow/architecture.ts';
import { areLayersParted } from '../flow/centres.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { groundSpeedAtKmS, speedOfRangeKmS } from '../physics/target-speed.ts';
import { altitudeAtKm } from '../physics/trajectory-build.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { transportProblems } from '../transport/problems.ts';
import { type SolvedFlight, solveFlights } from '../world/flights.ts';
import { orbitProblems } from '../world/orbit-problems.ts';
import { claimProblems } from './claims.ts';

/**
 * Checks what only the models know: links, gateways and terminals that cannot work, prices that cannot be converted,
 * vehicles that cannot lift. Warnings join the notes of the architecture.
 *
 * @throws InputError every problem with which no run makes sense
 */
export function checkModels(architecture: Architecture): Architecture {
  const transport = transportProblems(architecture);
  const { flights, faults } = flightsOf(architecture);
  const problems = [...transport.errors, ...costProblems(architecture), ...orbitProblems(architecture), ...faults];
  if (problems.length === 0)
    problems.push(...claimProblems(architecture, architecture.claims ?? [], (i, key) => `claims[${i}].${key}`));
  if (problems.length > 0) throw new InputError(problems);
  architecture.notes.push(
    ...transport.warnings,
    ...notModelled(architecture),
    ...unmet(architecture, flights),
    ...builtOnly(architecture),
  );
  return architecture;
}

function flightsOf(architecture: Architecture): { flights: SolvedFlight[]; faults: Problem[] } {
  try {
    return { flights: solveFlights(architecture), faults: [] };
  } catch (error) {
    if (error instanceof InputError) return { flights: [], faults: error.problems };
    throw error;
  }
}

/** Partners who are switched off and stop nothing. */
function builtOnly(architecture: Architecture): Said[] {
  const { partnersOff } = architecture.failures;
  if (partnersOff.length === 0) return [];
  const roles = partnerRoles(architecture, partnersOff);
  const named = (role: PartnerRole) => [...new Set(partnersOff.filter((partner) => roles.get(partner) === role))];
  const notes: Said[] = [];
  const builders = named('builds');
  const idle = named('nothing');
  if (builders.length > 0) notes.push(said('note.builds-only', { ids: builders }));
  if (idle.length > 0) notes.push(said('note.off-idle', { ids: idle }));
  return notes;
}

/** What the scenario declares and no model here computes. */
function notModelled({ threats, command, sensors }: Architecture): Said[] {
  const notes: Said[] = [];
  const crowded = threats.filter(({ decoys }) => decoys > 0).map(({ id }) => id);
  if (crowded.length > 0 && !sensors.some(({ discriminationDPrime = 0 }) => discriminationDPrime > 0))
    notes.push(said('note.alike', { ids: crowded }));
  const { id } = command[0] ?? { id: '' };
  if (areLayersParted(command)) notes.push(said('note.centres-by-layer', { id }));
  else if (command.length > 1) notes.push(said('note.one-centre', { id }));
  return notes;
}

/** Layers that this raid passes by: too fast for what they were built against, or gliding below their band. */
function unmet({ threats, interceptors }: Architecture, flights: readonly SolvedFlight[]): Said[] {
  const notes: Said[] = [];
  const isBallistic = ({ planIndex }: SolvedFlight) =>
    ['ballistic', 'fractional-orbit'].includes(threats[planIndex].flight);
  for (const { id, maxTargetRangeKm, engages, against, minAltitudeKm } of interceptors) {
    const isTooFast = ({ trajectory }: SolvedFlight) =>
      groundSpeedAtKmS(trajectory, trajectory.impactS) > speedOfRangeKmS(maxTargetRangeKm!);
    if (maxTargetRangeKm && flights.length > 0 && flights.every((flight) => isBallistic(flight) && isTooFast(flight)))
      notes.push(said('note.engages-none', { id, km: maxTargetRangeKm }));
    if (!engages?.includes('glide') || against?.includes('glide') === false) continue;
    threats.forEach(({ id: threat }, index) => {
      const highKm = Math.max(...flights.filter(({ planIndex }) => planIndex === index).map(highestGlideKm));
      if (highKm > 0 && highKm < minAltitudeKm)
        notes.push(said('note.glides-below', { id, threat, bandKm: minAltitudeKm, highKm }));
    });
  }
  return notes;
}

/** Greatest height of an equilibrium glide; -Infinity where there is none. */
function highestGlideKm({ trajectory }: SolvedFlight): number {
  const { glideStartS, glideEndS, stepS } = trajectory;
  let most = -Infinity;
  for (let tS = glideStartS; tS < glideEndS; tS += 10 * stepS) most = Math.max(most, altitudeAtKm(trajectory, tS));
  return most;
}
