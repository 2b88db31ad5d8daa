import { isLoose, listOf, looseOf, type Loose } from "./loose-value.js";

/** The entries of an ESLint configuration, flat or not, that may each have settings and rules. */
export function eslintEntries(config: unknown): readonly Loose[] {
  return listOf(config).flatMap((entry): readonly Loose[] => {
    if (Array.isArray(entry)) return eslintEntries(entry);
    if (!isLoose(entry)) return [];
    return [entry, ...listOf(entry.overrides).filter(isLoose)];
  });
}

/** The options of a rule in the last entry that turns it on; null where none does. */
export function ruleOptions(config: unknown, names: readonly string[]): Loose | null {
  const found = eslintEntries(config).flatMap(({ rules }) =>
    names.flatMap((name) => {
      const setting = looseOf(rules)[name];
      return Array.isArray(setting) && setting.length > 1 ? [looseOf(setting[1])] : [];
    }),
  );
  return found.at(-1) ?? null;
}
