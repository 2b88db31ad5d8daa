/** What can be asked of a person. Every answer is null where they give up. */
export interface Dialogue {
  /** Several of several; at least one. */
  choose(question: string, options: readonly Option[]): Promise<readonly string[] | null>;
  /** One of several. */
  pick(question: string, options: readonly Option[]): Promise<string | null>;
  /** A text; `problem` says what is wrong with it. */
  ask(
    question: string,
    initial: string,
    problem: (text: string) => string | undefined,
  ): Promise<string | null>;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}
