/** An expression without what PostgreSQL writes of itself: casts, parentheses, the case of words. */
export function expressionMeaning(expression) {
  const strings = [];
  const bare = expression.replaceAll(
    /E?'((?:[^']|'')*)'/gu,
    (_, text) => `\uE000${strings.push(stringMeaning(text)) - 1}\uE000`,
  );
  const plain = bare
    .replaceAll(cast, "")
    .replaceAll(/[()\s"]+/gu, "")
    .toLowerCase()
    .replaceAll(/\bpublic\./gu, "")
    .replaceAll(/\bcurrent_timestamp3?\b/gu, "now")
    .replaceAll("!=", "<>");
  const meaning = plain.replaceAll(/\uE000(\d+)\uE000/gu, (_, index) => strings[Number(index)]);
  return meaning === "null" ? null : meaning;
}

const cast =
  /::\s*(?:"[^"]*"|[\w ]+(?=\W|$))(?:\.\s*(?:"[^"]*"|\w+))?(?:\(\d+(?:,\s*\d+)?\))?(?:\[\])*/gu;

/** Numbers in strings are numbers, and JSON is what it says, as `jsonb` keeps it. */
function stringMeaning(text) {
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return text;
  try {
    if (!/^[[{]/u.test(text)) return `'${text.replaceAll('"', "")}'`;
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return `'${text.replaceAll('"', "")}'`;
  }
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
