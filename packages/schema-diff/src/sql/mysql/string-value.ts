const escapes: Readonly<Record<string, string>> = {
  ...{ "0": "\0", b: "\b", n: "\n", r: "\r", t: "\t", Z: "\u001a" },
};

/** The value of a string as MySQL writes it: https://dev.mysql.com/doc/refman/8.4/en/string-literals.html */
export function stringValue(text: string): string {
  const open = /^[^'"]*/u.exec(text)?.[0].length ?? 0;
  const quote = text.charAt(open);
  return text
    .slice(open + 1, -1)
    .replaceAll(/\\([^])|(['"])\2/gu, (both, escaped: string | undefined, doubled: string) => {
      if (escaped !== undefined) return escapes[escaped] ?? escaped;
      return doubled === quote ? quote : both;
    });
}

/** A string as MySQL's catalog shows it among the values of an `ENUM`. */
export function inSingleQuotes(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
