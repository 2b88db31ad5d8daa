export interface EnvironmentFiles {
  /** Relative to the root. */
  readonly files: readonly string[];
  readonly text: (file: string) => string | null;
}

/**
 * Whether Alembic compares databases with the models, which then are all: each `env.py` hands over a
 * `target_metadata`: https://alembic.sqlalchemy.org/en/latest/autogenerate.html
 */
export function comparesWithModels({ files, text }: EnvironmentFiles): boolean {
  const environments = files
    .filter((file) => /(?:^|\/)env\.py$/u.test(file))
    .map((file) => text(file) ?? "")
    .filter((content) => /\balembic\b/u.test(content));
  return environments.length > 0 && environments.every(handsOver);
}

function handsOver(content: string): boolean {
  const given = content.matchAll(/^[^#\n]*\btarget_metadata\s*=\s*(\w+)/gmu);
  return [...given].some(([, value]) => value !== "None" && value !== "target_metadata");
}
