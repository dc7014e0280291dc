import { once } from 'node:events';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { type Argument, Command, type Option } from 'commander';
import * as z from 'zod';
import { collect } from './collect.ts';
import { BESIDE_ANSWER, type CommandContext, type CommandSpec, configureSpec } from './command.ts';
import { descriptorOf } from './input-file.ts';
import { version } from './package-folder.ts';
import { runCaptured } from './run-captured.ts';

/** A command as a tool; `fixed` are its first words. */
const TOOLS: { name: string; command: string; fixed?: string[] }[] = [
  { name: 'run', command: 'run' },
  { name: 'partners', command: 'partners' },
  { name: 'source', command: 'source' },
  { name: 'reconcile', command: 'reconcile' },
  { name: 'quote', command: 'quote' },
  { name: 'catalog_search', command: 'catalog', fixed: ['search'] },
];

/** One word of a tool's input, and how the command line writes it. */
interface Field {
  schema: z.ZodType;
  words(value: unknown): string[];
  isPositional: boolean;
}

/** Serves the tools until the other side closes standard input, or a signal comes. */
export async function serveTools(
  commands: readonly CommandSpec[],
  { signal, note }: Pick<CommandContext, 'signal' | 'note'>,
): Promise<void> {
  const server = new McpServer({ name: 'cupola', version });
  let last: Promise<unknown> = Promise.resolve();
  for (const { name, command, fixed = [] } of TOOLS) {
    const spec = commands.find((each) => each.name === command)!;
    const fields = fieldsOf(spec, fixed.length);
    const inputSchema = Object.fromEntries(Object.entries(fields).map(([key, { schema }]) => [key, schema]));
    server.registerTool(
      name,
      { description: `${spec.summary}.`, inputSchema },
      async (input, { signal: cancelled }) => {
        const answer = last.then(() =>
          answerOf(spec, wordsOf(input, fields, fixed), AbortSignal.any([cancelled, signal])),
        );
        // one at a time: commands take all threads, and the date of the catalog is that of the program
        last = answer.catch(() => undefined);
        return answer;
      },
    );
  }
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(transport);
  note(`Cupola ${version} serves ${TOOLS.length} tools on standard input and output.`);
  await Promise.race([closed, signal.aborted ? undefined : once(signal, 'abort')]);
  await last;
  await server.close();
}

async function answerOf(spec: CommandSpec, words: readonly string[] | string, signal: AbortSignal) {
  const { isRefused, text, notes } =
    typeof words === 'string' ? { isRefused: true, text: words, notes: [] } : await runCaptured(spec, words, signal);
  const parts = [text.trimEnd(), ...notes].map((part) => ({ type: 'text' as const, text: part }));
  return { content: parts, ...(isRefused && { isError: true }) };
}

/** Words of the command line for a tool's input; a text where a file is none of the disk. */
function wordsOf(
  input: Record<string, unknown>,
  fields: Readonly<Record<string, Field>>,
  fixed: readonly string[],
): string[] | string {
  const options: string[] = [];
  const positional: string[] = [];
  for (const [key, { words, isPositional }] of Object.entries(fields)) {
    if (input[key] === undefined) continue;
    (isPositional ? positional : options).push(...words(input[key]));
  }
  // standard input is the protocol's
  if (positional.some((word) => descriptorOf(word) !== undefined))
    return 'standard input is that of the protocol: name a file';
  return [...options, '--json', '--', ...fixed, ...positional];
}

function fieldsOf(spec: CommandSpec, fixedCount: number): Record<string, Field> {
  const command = new Command(spec.name);
  configureSpec(spec, command);
  return {
    ...Object.fromEntries(
      command.registeredArguments.slice(fixedCount).map((each) => [each.name(), argumentField(each)]),
    ),
    ...Object.fromEntries(
      command.options
        .filter((option) => !BESIDE_ANSWER.has(option.attributeName()))
        .map((option) => [option.attributeName(), optionField(option)]),
    ),
  };
}

function argumentField({ description, required, variadic }: Argument): Field {
  const one = z.string().min(1).describe(description);
  const words = (value: unknown) => (variadic ? String(value).split(/\s+/) : [String(value)]);
  return { schema: required ? one : one.optional(), words, isPositional: true };
}

function optionField({ long, description, required, optional, parseArg }: Option): Field {
  const word = (value: unknown) => `${long}=${String(value)}`;
  const isPositional = false;
  if (!required && !optional) {
    const words = (value: unknown) => (value === true ? [long!] : []);
    return { schema: z.boolean().optional().describe(description), words, isPositional };
  }
  if (parseArg === collect) {
    const words = (value: unknown) => (value as string[]).map(word);
    return { schema: z.array(z.string()).optional().describe(description), words, isPositional };
  }
  const schema = z.union([z.string(), z.number()]).optional().describe(description);
  return { schema, words: (value) => [word(value)], isPositional };
}
