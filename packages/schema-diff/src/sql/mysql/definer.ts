import type { StatementReader } from "../tokens/statement-reader.js";

/** ``DEFINER = `root`@`%` ``, `SQL SECURITY INVOKER`, `ALGORITHM = MERGE`: who may, and how. */
export function takeDefiner(reader: StatementReader): void {
  for (;;) {
    if (reader.takes("algorithm")) {
      reader.takes("=");
      reader.name("an algorithm");
    } else if (reader.takes("definer")) {
      reader.takes("=");
      reader.skip();
      if (reader.sees("( )")) reader.parenthesized();
      takeHost(reader);
    } else if (!reader.takesOneOf(["sql security definer", "sql security invoker"])) return;
  }
}

/** The lexer takes `@host` for a variable, and `@` before quotes for one without a name. */
function takeHost(reader: StatementReader): void {
  if (!reader.word().startsWith("@")) return;
  const isBare = reader.word() === "@";
  reader.skip();
  if (isBare) reader.skip();
}
