import {
  compileMap,
  createOfferings,
  evaluateProject,
  type Finding,
  type MapSource,
  type Rule,
} from "@domain-isolation/model";
import { projectOf, type Code } from "./code.js";

/** The two domains of the examples, and a library. */
export const usersAndPool: MapSource = {
  domains: {
    users: { files: ["src/users/**"], public: ["src/users/index.ts"] },
    pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
  },
  shared: { files: ["src/lib/**"] },
  tests: ["**/*.test.ts"],
};

/** The map of users and pool with more said of them. */
export function mapWith(more: {
  readonly users?: MapSource["domains"][string];
  readonly pool?: MapSource["domains"][string];
  readonly rules?: MapSource["rules"];
}): MapSource {
  const { users, pool } = usersAndPool.domains;
  const domains = { users: { ...users, ...more.users }, pool: { ...pool, ...more.pool } };
  return { ...usersAndPool, domains, ...(more.rules ? { rules: more.rules } : {}) };
}

/** The same, each with tables of its own and the files that may talk to the database. */
export function dataMap(more: Parameters<typeof mapWith>[0] = {}): MapSource {
  const of = (domain: string, tables: readonly string[]) => ({
    tables,
    repositories: [`src/${domain}/db/**`],
  });
  const users = { ...of("users", ["redeem_codes", "admin_*", "settings"]), ...more.users };
  const pool = { ...of("pool", ["seats", "teams", "settings"]), ...more.pool };
  const map = mapWith({ ...more, users, pool });
  return { ...map, shared: { ...map.shared, tables: ["currencies"], env: ["NODE_ENV"] } };
}

export function judge(rule: Rule, map: MapSource, code: Code): readonly Finding[] {
  const evaluation = { map: compileMap(map), rules: { rule }, today: "2026-11-01" };
  const levels = { rule: "error" } as const;
  const project = projectOf(code);
  const offering = createOfferings(evaluation.map, () => project.files, project);
  return evaluateProject({ ...evaluation, levels }, { ...project, offering });
}

/** `src/users/a.ts: privateFile of pool at ../pool/seats.js`. */
export function judged(rule: Rule, map: MapSource, code: Code): readonly string[] {
  const project = projectOf(code);
  return judge(rule, map, code).map(({ file, messageId, to, span }) => {
    const place = project.text(file).slice(span.start, span.end);
    return `${file}: ${messageId}${to === null ? "" : ` of ${to}`} at ${place}`;
  });
}
