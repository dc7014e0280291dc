import { type PartnerRole, partnerRoles } from '../dependence/providers.ts';
import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { transportProblems } from '../transport/problems.ts';
import { solveFlights } from '../world/flights.ts';
import { orbitProblems } from '../world/orbit-problems.ts';

/**
 * Checks what only the models know: links, gateways and terminals that cannot work, prices that cannot be converted,
 * vehicles that cannot lift. Warnings join the notes of the architecture.
 *
 * @throws InputError every problem with which no run makes sense
 */
export function checkModels(architecture: Architecture): Architecture {
  const transport = transportProblems(architecture);
  const problems = [
    ...transport.errors,
    ...costProblems(architecture),
    ...orbitProblems(architecture),
    ...flightProblems(architecture),
  ];
  if (problems.length > 0) throw new InputError(problems);
  architecture.notes.push(...transport.warnings, ...notModelled(architecture), ...builtOnly(architecture));
  return architecture;
}

function flightProblems(architecture: Architecture): Problem[] {
  try {
    solveFlights(architecture);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
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
function notModelled({ threats, command, interceptors, sensors }: Architecture): Said[] {
  const notes: Said[] = [];
  const crowded = threats.filter(({ decoys }) => decoys > 0).map(({ id }) => id);
  if (crowded.length > 0 && !sensors.some(({ discriminationDPrime = 0 }) => discriminationDPrime > 0))
    notes.push(said('note.alike', { ids: crowded }));
  if (command.length > 1) notes.push(said('note.one-centre', { id: command[0]!.id }));
  for (const { id, maxTargetRangeKm } of interceptors) {
    const isIdle = (flight: string, maxRangeKm = 0) =>
      flight === 'ballistic' && maxRangeKm > (maxTargetRangeKm ?? Infinity);
    if (threats.length > 0 && threats.every((plan) => isIdle(plan.flight, plan.maxRangeKm)))
      notes.push(said('note.engages-none', { id, km: maxTargetRangeKm! }));
  }
  return notes;
}
