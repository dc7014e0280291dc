import type { CommandSpec } from './command.ts';
import { command as salvo } from './salvo.ts';
import { command as size } from './size.ts';
import { command as validate } from './validate.ts';

/** Every command, in the order of `cupola --help`. */
export const commands: CommandSpec[] = [size, salvo, validate];
