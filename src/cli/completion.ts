import { Command } from 'commander';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { type CommandSpec, configureSpec } from './command.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
interface Completed {
  name: string;
  summary: string;
  options: { long: string; about: string; takesValue: boolean }[];
}

/** `cupola completion`: words for the shell. @param all every command, this one among them */
export const completionOf = (all: () => readonly CommandSpec[]): CommandSpec => ({
  name: 'completion',
  isEnglishOnly: true,
  isDateless: true,
  summary: 'What makes bash, zsh or fish complete commands and options',
  configure(program) {
    program.argument('<shell>', SHELLS.join(', '));
  },
  examples: [
    'd=~/.local/share/bash-completion/completions; mkdir -p $d && cupola completion bash > $d/cupola',
    'mkdir -p ~/.zfunc && cupola completion zsh > ~/.zfunc/_cupola',
    'd=~/.config/fish/completions; mkdir -p $d && cupola completion fish > $d/cupola.fish',
  ],
  async run({ args, out }) {
    const shell = args[0] as Shell;
    if (!SHELLS.includes(shell)) {
      const expected = plainly(`no shell "${shell}"; known: ${SHELLS.join(', ')}`);
      throw new InputError([{ code: 'unknown-shell', path: '', said: expected }]);
    }
    out(SCRIPT[shell](all().map(completed)));
    return 0;
  },
});

function completed(spec: CommandSpec): Completed {
  const command = new Command(spec.name);
  configureSpec(spec, command);
  const options = command.options.map(({ long, description, required, optional }) => ({
    long: long!,
    about: description,
    takesValue: required || optional,
  }));
  return { name: spec.name, summary: spec.summary, options };
}

const SCRIPT: Record<Shell, (commands: Completed[]) => string> = {
  bash: (commands) => `# bash completion of cupola
_cupola() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')}"
  elif [[ "$word" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `      ${name}) words="${options.map(({ long }) => long).join(' ')}" ;;`).join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _cupola cupola`,
  zsh: (commands) => `#compdef cupola
_cupola() {
  if (( CURRENT == 2 )); then
    local -a names=(
${commands.map(({ name, summary }) => `      ${zshWord(`${name}:${summary}`)}`).join('\n')}
    )
    _describe command names
    return
  fi
  case "$words[2]" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}) _arguments ${options.map(({ long, about, takesValue }) => zshWord(`*${long}[${bracketed(about)}]${takesValue ? ':value:_files' : ''}`)).join(' ')} '*:file:_files' ;;`,
  )
  .join('\n')}
  esac
}
_cupola "$@"`,
  fish: (commands) =>
    [
      '# fish completion of cupola',
      ...commands.flatMap(({ name, summary, options }) => [
        `complete -c cupola -n __fish_use_subcommand -f -a ${name} -d ${fishWord(summary)}`,
        ...options.map(
          ({ long, about, takesValue }) =>
            `complete -c cupola -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${takesValue ? ' -r' : ''} -d ${fishWord(about)}`,
        ),
      ]),
    ].join('\n'),
};

const zshWord = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const fishWord = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
/** Brackets and colons end a description of zsh. */
const bracketed = (text: string) => text.replaceAll(/[[\]:\\]/g, (sign) => `\\${sign}`);
