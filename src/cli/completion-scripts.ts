/**
 * Completion of commands, options and ids, as a text that each shell reads; ids are asked of assay when they are
 * wanted.
 */
export interface CommandWords {
  readonly name: string
  readonly description: string
  /** does it take ids of theorems? */
  readonly takesIds: boolean
  readonly options: readonly OptionWords[]
}

export interface OptionWords {
  /** "--effort" */
  readonly flag: string
  readonly description: string
  readonly takesValue: boolean
  /** words that a value may be; others are files */
  readonly values: readonly string[]
}

export type Script = (commands: readonly CommandWords[]) => string

const IDS = 'assay completion ids 2>/dev/null'
const flagsOf = ({ options }: CommandWords): string => options.map(({ flag }) => flag).join(' ')
const valued = (commands: readonly CommandWords[]): readonly (readonly [CommandWords, OptionWords])[] =>
  commands.flatMap((command) =>
    command.options.filter(({ takesValue }) => takesValue).map((option) => [command, option] as const))

const bash: Script = (commands) => `# assay completion bash >> ~/.bashrc
_assay() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(' ')}"
  else case "$command $prev" in
${valued(commands).map(([{ name }, { flag, values }]) =>
    `    "${name} ${flag}") words="${values.join(' ')}" ;;`).join('\n')}
    *) case "$command $cur" in
${commands.map((command) => `      "${command.name} -"*) words="${flagsOf(command)}" ;;`).join('\n')}
${commands.filter(({ takesIds }) => takesIds).map(({ name }) => `      "${name} "*) words=$(${IDS}) ;;`).join('\n')}
    esac ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _assay assay
`

const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`
const described = (word: string, description: string): string => quoted(`${word}:${description.replaceAll(':', ' -')}`)

const zsh: Script = (commands) => `#compdef assay
# assay completion zsh > "\${fpath[1]}/_assay"
_assay() {
  local -a commands options ids
  commands=(${commands.map(({ name, description }) => described(name, description)).join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2] $words[CURRENT-1]" in
${valued(commands).map(([{ name }, { flag, values }]) =>
    `    "${name} ${flag}") ${values.length ? `compadd ${values.join(' ')}` : '_files'}; return ;;`).join('\n')}
  esac
  case $words[2] in
${commands.map(({ name, options }) =>
    `    ${name}) options=(${options.map(({ flag, description }) =>
      described(flag, description)).join(' ')}) ;;`).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then _describe option options; return; fi
  case $words[2] in
    ${commands.filter(({ takesIds }) => takesIds)
      .map(({ name }) => name).join('|')}) ids=(\${(f)"$(${IDS})"}); compadd -a ids ;;
  esac
  _files
}
compdef _assay assay
`

const fish: Script = (commands) => `# assay completion fish > ~/.config/fish/completions/assay.fish
${commands.map(({ name, description }) =>
    `complete -c assay -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`).join('\n')}
${commands.flatMap(({ name, options }) => options.map(({ flag, description, takesValue, values }) =>
    `complete -c assay -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d ${quoted(description)}`
    + `${takesValue ? ' -r' : ''}${values.length ? ` -f -a ${quoted(values.join(' '))}` : ''}`)).join('\n')}
${commands.filter(({ takesIds }) => takesIds).map(({ name }) =>
    `complete -c assay -n '__fish_seen_subcommand_from ${name}' -a '(${IDS})'`).join('\n')}
`

export const completionScripts: Readonly<Record<'bash' | 'zsh' | 'fish', Script>> = { bash, zsh, fish }
