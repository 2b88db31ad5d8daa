/** What the comments at the head of a file tell Atlas. */
interface Directives {
  readonly isCheckpoint: boolean;
  /** What parts statements, where it is no `;`. */
  readonly delimiter: string | null;
}

/** Directives of a file stand in the comments before its first statement. */
export function directivesOf(text: string): Directives {
  const [head = ""] = /^(?:\uFEFF?[^\S\n]*(?:(?:--|#)[^\n]*)?(?:\n|$))*/u.exec(text) ?? [];
  const delimiter = /^\s*(?:--|#)[^\S\n]*atlas:delimiter[^\S\n]+(.*?)[^\S\n]*\r?$/mu.exec(
    head,
  )?.[1];
  return {
    isCheckpoint: /^\s*(?:--|#)[^\S\n]*atlas:checkpoint(?=\s|$)/mu.test(head),
    delimiter: delimiter === undefined || delimiter === "" ? null : unescape(delimiter),
  };
}

/** `\n\n\n` in a directive means three ends of line. */
function unescape(written: string): string {
  return written.replaceAll("\\n", "\n").replaceAll("\\r", "\r").replaceAll("\\t", "\t");
}
