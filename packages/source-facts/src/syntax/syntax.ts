/**
 * A node of an ESTree-shaped tree, as oxc, typescript-eslint, espree and vue-eslint-parser make it.
 * Places are in `start`/`end`, in `range`, or in both.
 */
export interface SyntaxNode {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
  readonly range?: readonly [number, number];
  readonly [key: string]: unknown;
}

export interface SyntaxComment {
  readonly type: string;
  readonly value: string;
  readonly start?: number;
  readonly end?: number;
  readonly range?: readonly [number, number] | undefined;
}

/** The part of a parsed file that is walked. */
export interface SyntaxTree {
  readonly program: SyntaxNode;
  /** The keys of children by the type of their parent, as the parser gives them. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A parsed file: `Program`, its comments and its whole text. */
export interface ParsedSource extends SyntaxTree {
  readonly comments: readonly SyntaxComment[];
  readonly text: string;
  /** Relative to the root; its ending decides whether JSDoc holds imports. */
  readonly file: string;
}
