const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** What a text in quotes says, with JSON's escapes, as in Prisma. */
export function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replaceAll(/\\(?:u([\da-fA-F]{4})|(.))/gu, (_, code?: string, character = "") =>
      code === undefined
        ? (escapes[String(character)] ?? String(character))
        : String.fromCharCode(Number.parseInt(code, 16)),
    );
}
