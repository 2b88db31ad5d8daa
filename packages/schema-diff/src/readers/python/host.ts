import type { SourcePlace } from "@domain-isolation/model";
import type { CallTerm, FunctionValue, ItemTerm, MemberTerm, Value } from "./value.js";

/** Runs a function of the files. */
export type Invoke = (callee: FunctionValue, args: readonly Value[]) => Value;

/**
 * Who knows what the library does whose code isn't there. Python is followed by the interpreter; what
 * happens to the world is the host's.
 */
export interface Host {
  /** What a call gives, of something that the files don't define. It may change the world. */
  call(term: CallTerm, isStatement: boolean, invoke: Invoke): Value;
  member(term: MemberTerm): Value;
  /** Something is assigned to a part of what isn't known. */
  assign(target: MemberTerm | ItemTerm, at: SourcePlace): void;
  /** Whether a condition holds, where it can be told. */
  decide(test: Value): boolean | null;
  /** What a loop runs over, where it can be told. */
  iterate(value: Value): readonly Value[] | null;
  /** Runs a body that is run under a condition which was decided. */
  guarded(test: Value, body: () => void): void;
  /** Runs a body that may run never, once, or often. */
  uncertain(at: SourcePlace, reason: string, body: () => void): void;
  /** Runs a body whose failures are caught. */
  tolerant(body: () => void): void;
  /** Runs a body whose changes don't count: that of a module which is only imported. */
  quietly(body: () => void): void;
  /** Whether what was called since last asked is refused by the library, whatever the database. */
  takeFailure(): boolean;
  /** Whether the functions of a file are run: those of the application aren't. */
  follows(file: string): boolean;
  /** A statement can't be read. */
  unread(at: SourcePlace, reason: string): void;
}
