/** What facts call a library of which it is only known that it is given SQL. */
const unknown = "sql";

/** "this statement of pg", "this SQL" */
export function thisStatement(library: string): string {
  return library === unknown ? "this SQL" : `this statement of ${library}`;
}

/** "a statement of pg", "SQL" */
export function aStatement(library: string): string {
  return library === unknown ? "SQL" : `a statement of ${library}`;
}

/** "`pool` of pg", "`database`" */
export function handleInWords(name: string, library: string): string {
  return library === unknown ? `\`${name}\`` : `\`${name}\` of ${library}`;
}
