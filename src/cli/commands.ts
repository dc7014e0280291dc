import { command as catalog } from './catalog.ts';
import { command as check } from './check.ts';
import { command as claim } from './claim.ts';
import type { CommandSpec } from './command.ts';
import { command as compare } from './compare.ts';
import { completionOf } from './completion.ts';
import { command as convert } from './convert.ts';
import { command as coverage } from './coverage.ts';
import { command as explain } from './explain-path.ts';
import { command as exportScenario } from './export.ts';
import { command as field } from './field.ts';
import { command as footprint } from './footprint.ts';
import { command as glossary } from './glossary.ts';
import { command as importScenario } from './import.ts';
import { command as load } from './load.ts';
import { manOf } from './man.ts';
import { mcpOf } from './mcp.ts';
import { command as newScenario } from './new.ts';
import { command as partners } from './partners.ts';
import { command as quote } from './quote.ts';
import { command as reconcile } from './reconcile.ts';
import { command as route } from './route.ts';
import { command as run } from './run.ts';
import { command as salvo } from './salvo.ts';
import { command as selftest } from './selftest.ts';
import { command as size } from './size.ts';
import { command as source } from './source.ts';
import { command as studio } from './studio.ts';
import { command as sweep } from './sweep.ts';
import { command as validate } from './validate.ts';
import { verifyOf } from './verify.ts';
import { command as worker } from './worker.ts';

/** Every command, in the order of `cupola --help`. */
export const commands: CommandSpec[] = [
  newScenario,
  check,
  run,
  quote,
  claim,
  compare,
  reconcile,
  selftest,
  verifyOf(() => commands),
  exportScenario,
  importScenario,
  convert,
  partners,
  source,
  size,
  salvo,
  coverage,
  footprint,
  route,
  load,
  field,
  sweep,
  worker,
  studio,
  validate,
  catalog,
  explain,
  glossary,
  mcpOf(() => commands),
  completionOf(() => commands),
  manOf(() => commands),
];
