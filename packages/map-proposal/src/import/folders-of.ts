const placeholder = "([^/]+)";

/**
 * The folders that a regular expression over paths means, where it means folders: `^src/users`,
 * `^src/(users|pool)/`, `^src/domains/([^/]+)/`. Null where it means something else.
 */
export function foldersOf(pattern: string, files: readonly string[]): readonly string[] | null {
  if (!pattern.startsWith("^")) return null;
  const body = pattern
    .slice(1)
    .replace(/\(\?:/gu, "(")
    .replace(/\(?\[\^\/\]\+\)?/gu, placeholder)
    .replace(/(?:\/(?:\.[+*]\$?)?|\(\/\|\$\)|\$)$/u, "");
  const choices = alternatives(body).map((each) => each.replace(/\\([./-])/gu, "$1"));
  if (choices.some((choice) => !isPlain(choice.replaceAll(placeholder, "x")))) return null;
  return [...new Set(choices.flatMap((choice) => expand(choice, files)))];
}

function isPlain(path: string): boolean {
  return path !== "" && !/[\\^$*+?()[\]{}|]/u.test(path);
}

/** `src/(users|pool)` → `src/users`, `src/pool`. */
function alternatives(pattern: string): readonly string[] {
  const [, before, inside, after] = /^(.*?)\(([^()[\]]+)\)(.*)$/u.exec(pattern) ?? [];
  if (before === undefined || inside === undefined || after === undefined) return [pattern];
  return inside.split("|").flatMap((choice) => alternatives(`${before}${choice}${after}`));
}

/** One name for each folder that is there. */
function expand(path: string, files: readonly string[]): readonly string[] {
  if (!path.includes(placeholder)) return [path.replace(/\/$/u, "")];
  const [before = "", after = ""] = path.split(placeholder);
  const names = files
    .filter((file) => file.startsWith(before))
    .map((file) => file.slice(before.length).split("/"))
    .flatMap(([name, ...rest]) => (rest.length > 0 && name !== undefined ? [name] : []));
  return [...new Set(names)].map((name) => `${before}${name}${after}`.replace(/\/$/u, ""));
}
