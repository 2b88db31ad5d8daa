import { readdirSync, readFileSync } from "node:fs";

export interface SqlCase {
  readonly name: string;
  readonly sql: string;
}

/** The cases in `cases/*.sql`: each begins with a line `-- case: what it is about`. */
export function sqlCases(): readonly SqlCase[] {
  const folder = new URL("./cases/", import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const [, ...parts] = readFileSync(new URL(file, folder), "utf8").split(/^-- case: /mu);
    return parts.map((part) => {
      const [name = "", ...lines] = part.split("\n");
      return { name: `${file}: ${name}`, sql: lines.join("\n") };
    });
  });
}
