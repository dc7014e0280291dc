import type { CommandSpec } from './command.ts';

/** Every command, in the order of `cupola --help`. */
export const commands: CommandSpec[] = [];
