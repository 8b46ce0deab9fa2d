/** What people type, for the end of each command's help; a test runs the parser over every line. */
export const examples: Readonly<Record<string, readonly (readonly [line: string, what: string])[]>> = {
  verify: [
    ['assay verify', 'every theorem below theorems/'],
    ['assay verify liu2021/* --effort quick', 'a glob of ids, in a fraction of the time'],
    ['assay verify covariance --watch', 'again whenever a module is saved'],
    ['assay verify --seed random --json run.json', 'fresh randomness, printed and kept'],
    ['assay verify --shard 1/4 --sarif part1.sarif', 'a quarter of the work, for a CI matrix'],
  ],
  check: [
    ['assay check theorems/mine/result.ts', 'a module of this or another folder'],
    ['assay check liu2021/covariance', 'a theorem by its id'],
  ],
  list: [['assay list momentum', 'theorems whose id contains a word'],
    ['assay list --json', 'every claim, for scripts']],
  show: [
    ['assay show liu2021/covariance', 'symbols, hypotheses, algorithm and claims'],
    ['assay show liu2021/covariance --tex', 'the claims as LaTeX'],
  ],
  derive: [['assay derive liu2021/momentum-covariance', 'what the algorithm fluctuates like, without any claim']],
  replay: [['assay replay liu2021/exit-time:kramers:1:1:0.02:63', 'the very numbers of the run that printed it']],
  new: [
    ['assay new mine/result', 'asks for algorithm and title on a terminal'],
    ['assay new mine/result --from momentum --theorems notes/theorems', 'asks nothing, in another folder'],
  ],
  merge: [
    ['assay merge part1.json part2.json --json run.json', 'one record of all shards, with their exit code'],
    ['assay merge part*.json --ledger nights.jsonl', 'adds the evidence of the run to that of other seeds'],
  ],
  compare: [['assay compare last-month.json run.json', 'what changed; exit code 1 if a claim is worse']],
  report: [['assay report run.json --html book', 'then open book/index.html']],
  worker: [['assay worker --queue redis://queue.example.org:6379', 'on as many machines as there are']],
  completion: [['assay completion bash >> ~/.bashrc', 'for bash; zsh and fish likewise']],
}

/** The examples of a command as help prints them; '' where there are none. */
export function examplesText(command: string): string {
  const lines = examples[command] ?? []
  const width = Math.max(0, ...lines.map(([line]) => line.length))
  return lines.length
    ? `\nExamples:\n${lines.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`).join('\n')}` : ''
}
