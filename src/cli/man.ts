import { Command } from 'commander';
import { type CommandSpec, configureSpec } from './command.ts';
import { version } from './package-folder.ts';

/** `cupola man`: the manual page, from the commands themselves. @param all every command, this one among them */
export const manOf = (all: () => readonly CommandSpec[]): CommandSpec => ({
  name: 'man',
  isEnglishOnly: true,
  isDateless: true,
  summary: 'The manual page (roff) of all commands, for man',
  configure() {},
  examples: ['cupola man | man -l -', 'd=~/.local/share/man/man1; mkdir -p $d && cupola man > $d/cupola.1'],
  async run({ out }) {
    out(manPage(all(), version));
    return 0;
  },
});

/** The manual page of the program as roff (man macros). */
export function manPage(commands: readonly CommandSpec[], version: string): string {
  return [
    `.TH CUPOLA 1 "" "cupola ${roff(version)}" "User Commands"`,
    ...section('NAME', [
      'cupola \\- what a space\\-based missile defence stops, costs and depends on, from open sources',
    ]),
    ...section('SYNOPSIS', ['.B cupola', '.I command', '[options] [arguments]']),
    ...section('DESCRIPTION', [
      'A scenario is one YAML file. Every command that reads one takes \\- for standard input. Results go to standard output, progress and',
      'warnings to standard error.',
    ]),
    '.SH COMMANDS',
    ...commands.flatMap(commandPart),
    ...section('EXIT STATUS', [
      ...entry('0', 'done'),
      ...entry('1', 'a check that failed, an output that could not be written, or a bug'),
      ...entry('2', 'bad input: every problem is told with file, line and column, and nothing was run'),
      ...entry('130, 143', 'ended by Ctrl\\-C or SIGTERM; what was done is told'),
    ]),
    ...section('ENVIRONMENT', [
      ...entry('CUPOLA_LANG', 'language of what is printed, as with \\-\\-lang'),
      ...entry('NO_COLOR', 'no colours'),
    ]),
  ].join('\n');
}

function commandPart(spec: CommandSpec): string[] {
  const command = new Command(spec.name);
  configureSpec(spec, command);
  const help = command.createHelp();
  return [
    `.SS ${roff(`cupola ${spec.name} ${command.usage()}`)}`,
    roff(`${spec.summary}.`),
    ...help
      .visibleArguments(command)
      .flatMap((argument) => entry(roff(help.argumentTerm(argument)), roff(help.argumentDescription(argument)))),
    ...help
      .visibleOptions(command)
      .flatMap((option) => entry(roff(help.optionTerm(option)), roff(help.optionDescription(option)))),
    ...(spec.examples.length > 0 ? ['.PP', 'Examples:', '.PP', '.nf', ...spec.examples.map(roff), '.fi'] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [`.SH ${title}`, ...lines];
}

function entry(term: string, about: string): string[] {
  return ['.TP', `.B ${term}`, about];
}

/** Text in which roff sees no request and no escape, and keeps the hyphens of options. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');
}
