import type { ScriptPair } from "../scripts/pair-scripts.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { byFlywayVersion, flywayVersion, rankOf } from "./flyway-version.js";

/**
 * `V1_2__name.sql` by version, in any folder below; the latest baseline `B` stands for all up to its
 * own; `U` takes the `V` of its version back; `R__name.sql` come last, by their descriptions. What is
 * called `beforeMigrate` and `afterMigrate` runs around all:
 * https://documentation.red-gate.com/flyway/flyway-concepts/migrations
 */
export const flyway = scriptReader({
  format: "flyway",
  naming: { depth: "any", scriptOf },
  order: (a, b) => byFlywayVersion(a.version, b.version),
  misnamed: "isn't of the form `V1__name.sql` or `R__name.sql`",
  isOwn: (_, { scripts }) => scripts.some(({ file }) => /(?:^|\/)[BRV][\d_]/u.test(file)),
  select: fromLatestBaseline,
});

function scriptOf(path: string): ScriptName | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const id = stemOf(name);
  const [, prefix, version] = numbered.exec(name) ?? [];
  if (prefix !== undefined && version !== undefined) {
    const number = flywayVersion(version);
    const isBaseline = prefix === "B";
    return {
      version: isBaseline ? `baseline ${number}` : number,
      id,
      way: prefix === "U" ? "down" : "up",
    };
  }
  const [, description] = /^R__(.+)\.(?:sql|java|kt)$/u.exec(name) ?? [];
  if (description !== undefined) return { version: `repeatable ${description}`, id, way: "up" };
  const [, event] = /^((?:before|after)Migrate)(?:__.*)?\.sql$/u.exec(name) ?? [];
  return event === undefined ? null : { version: `${event} ${id}`, id, way: "up" };
}

const numbered = /^([BUV])(\d+(?:[._]\d+)*)(?:__.*)?\.(?:sql|java|kt)$/u;

/** On an empty database a baseline takes the place of all versions up to its own. */
function fromLatestBaseline(pairs: readonly ScriptPair[]): readonly ScriptPair[] {
  const latest = pairs.findLast(({ version }) => rankOf(version) === "baseline");
  if (!latest) return pairs;
  const isReplaced = ({ version }: ScriptPair) =>
    ["baseline", ""].includes(rankOf(version)) && byFlywayVersion(version, latest.version) < 0;
  return pairs.filter((pair) => !isReplaced(pair));
}
