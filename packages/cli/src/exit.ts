/** What the process ends with; never a count, of which a shell keeps only the lowest eight bits. */
export const exitCodes = { clean: 0, findings: 1, cannotRun: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The run cannot start or cannot go on. The message is what the user reads, and all of it. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
