/**
 * Stands for a type, a default or an expression of a declaration that is known only when it runs: it is
 * like any other.
 */
export const unknownInSchema = "unknown";
