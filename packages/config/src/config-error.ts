/** A place in a configuration file: the file absolute, line and column from 1. */
export interface ConfigPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ConfigProblem extends ConfigPlace {
  /** One clear sentence: what, why, what to do. */
  readonly message: string;
}

/** A configuration that can't be used, with everything that is wrong, in the order of the file. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];
  /** The files that were read, absolute: when one of them changes, it is worth another try. */
  readonly dependencies: readonly string[];

  constructor(problems: readonly ConfigProblem[], dependencies: readonly string[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
    this.dependencies = dependencies;
  }
}

/** `file:line:column message`. */
export function describeProblem({ file, line, column, message }: ConfigProblem): string {
  return `${file}:${String(line)}:${String(column)} ${message}`;
}
