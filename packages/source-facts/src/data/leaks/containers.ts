/** Types of the language whose arguments are what one gets. */
export const containers: ReadonlySet<string> = new Set([
  ...["Promise", "PromiseLike", "Awaited", "Readonly", "Required", "Partial", "NonNullable"],
  ...["Array", "ReadonlyArray", "Set", "ReadonlySet", "Map", "ReadonlyMap", "Record"],
  ...["Iterable", "Iterator", "IterableIterator", "Generator"],
  ...["AsyncIterable", "AsyncIterator", "AsyncIterableIterator", "AsyncGenerator"],
]);

/** Types of the language that name the fields which they give, or have none. */
export const derived: ReadonlySet<string> = new Set(["Pick", "Omit", "Date", "Error"]);
