import type { CommandPlan } from './architecture.ts';

/** What says which layers a centre decides for. */
export type Deciding = Partial<Pick<CommandPlan, 'layers'>>;

/** Whether layers have centres of their own: some centre names those that it decides for. */
export function areLayersParted(command: readonly Deciding[]): boolean {
  return command.some(({ layers }) => layers !== undefined);
}

/** Positions of the centres that decide for a layer: those that name it; where none does, those that name no layer. */
export function centresOfLayer(command: readonly Deciding[], layerId: string): number[] {
  const all = command.map((_, i) => i);
  const naming = all.filter((i) => command[i].layers?.includes(layerId));
  return naming.length > 0 ? naming : all.filter((i) => command[i].layers === undefined);
}

/** Position of the centre whose doctrine and look a layer follows, and from whose place its orders go out: the first of those that decide for it. */
export function orderingCentre(command: readonly Deciding[], layerId: string): number {
  return centresOfLayer(command, layerId)[0] ?? 0;
}

/** Position of the centre at whose place one works: its own where it names layers, else that of the first that names none. */
export function placeOfCentre(command: readonly Deciding[], centre: number): number {
  return command[centre].layers ? centre : command.findIndex(({ layers }) => layers === undefined);
}
