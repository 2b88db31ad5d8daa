/** The scripts of `eslint` and `oxlint`, and the worker threads of ESLint's `--concurrency`. */
const commandLines = [
  /[\\/](?:es|ox)lint$/u,
  /[\\/]bin[\\/]eslint\.js$/u,
  /[\\/]eslint[\\/]worker\.js$/u,
];

/**
 * Whether a process was started to lint its files once and end, so that nothing on disk needs to be
 * looked at twice. An editor, a watcher, a daemon, and a script that calls ESLint itself live on.
 */
export function runsOnce(argv: readonly string[]): boolean {
  const [, program = "", ...options] = argv;
  return commandLines.some((script) => script.test(program)) && !options.includes("--lsp");
}
