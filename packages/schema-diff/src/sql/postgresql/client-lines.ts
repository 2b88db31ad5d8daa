const copyFromClient = /^copy\b[^;]*?\bfrom\s+stdin\b[^;]*;.*$/gimu;
const command =
  /^\\(?:c|connect|echo|else|elif|encoding|endif|i|if|include|ir|pset|q|quit|restrict|set|timing|unrestrict|unset|warn)\b.*$/gmu;

/**
 * A text without what `psql` doesn't send to the database as SQL: its commands, and the rows behind
 * `COPY … FROM stdin;` up to `\.`. Blanks stand in their place, so that offsets stay.
 *
 * https://www.postgresql.org/docs/current/app-psql.html
 */
export function withoutClientLines(text: string): string {
  if (!/^\\/mu.test(text)) return text;
  return withoutRows(text).replace(command, blank);
}

function withoutRows(text: string): string {
  let result = "";
  let behind = 0;
  copyFromClient.lastIndex = 0;
  for (let found = copyFromClient.exec(text); found; found = copyFromClient.exec(text)) {
    const rows = found.index + found[0].length;
    const last = text.indexOf("\n\\.", rows);
    const end = last < 0 ? text.length : last + 3;
    result += text.slice(behind, rows) + blank(text.slice(rows, end));
    behind = end;
    copyFromClient.lastIndex = end;
  }
  return result + text.slice(behind);
}

function blank(stretch: string): string {
  return stretch.replaceAll(/[^\r\n]/gu, (character) => " ".repeat(character.length));
}
