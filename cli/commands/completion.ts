import { Argument, type Command } from 'commander';
import { withExample } from '../context.ts';
import type { Surroundings } from '../surroundings.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function addCompletionCommand(program: Command, { stdout }: Surroundings): void {
  const completion = program
    .command('completion')
    .description('Prints the completion of commands and options for a shell.')
    .addArgument(new Argument('<shell>').choices(shells))
    .action((shell: Shell) => {
      stdout.write(`${scripts[shell](wordsOf(program))}\n`);
    });
  withExample(completion, 'source <(compass completion bash)', 'compass completion fish > ~/.config/fish/completions/compass.fish');
}

/** Words that may follow those of each command. */
type Words = ReadonlyMap<string, readonly string[]>;

function wordsOf(command: Command, before: readonly string[] = [], found = new Map<string, readonly string[]>()): Words {
  const options = [...command.options, ...globalsOf(command)].flatMap(({ long }) => long ?? []);
  found.set(before.join(' '), [...command.commands.map((one) => one.name()), ...new Set([...options, '--help'])]);
  for (const one of command.commands) wordsOf(one, [...before, one.name()], found);
  return found;
}

function globalsOf(command: Command): Command['options'] {
  return command.parent ? [...command.parent.options, ...globalsOf(command.parent)] : [];
}

const cases = (words: Words): string => [...words].map(([path, next]) => `    '${path}') next='${next.join(' ')}' ;;`).join('\n');

/** The words before the one that is completed, without options, as long as they name a command. */
const bash = (words: Words): string => `_compass() {
  local path='' word next=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) continue ;; esac
    case "\${path:+$path }$word" in
      ${[...words.keys()]
        .filter((path) => path !== '')
        .map((path) => `'${path}'`)
        .join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${cases(words)}
  esac
  COMPREPLY=($(compgen -W "$next" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _compass compass`;

const scripts: Readonly<Record<Shell, (words: Words) => string>> = {
  bash,
  zsh: (words) => `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`,
  fish: (words) =>
    [...words]
      .flatMap(([path, next]) => {
        const seen =
          path === ''
            ? '__fish_use_subcommand'
            : path
                .split(' ')
                .map((word) => `__fish_seen_subcommand_from ${word}`)
                .join('; and ');
        return next.map((word) =>
          word.startsWith('--') ? `complete -c compass -n '${seen}' -l ${word.slice(2)}` : `complete -c compass -f -n '${seen}' -a ${word}`,
        );
      })
      .join('\n'),
};
