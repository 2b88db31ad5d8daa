import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const installed = fileURLToPath(new URL("../node_modules", import.meta.url));

/**
 * Writes a repository of two domains and shared code, the same for the same number of files.
 * One file in twenty imports the other domain; one in ten sends statements, and a tenth of those
 * touch a table of the other domain. Packages are taken from where they are installed for us.
 * @param {string} root an empty folder
 * @param {number} count how many modules
 */
export function generateRepository(root, count) {
  const random = seeded(20251027);
  const owners = ["users", "pool", "lib"];
  const modules = Array.from({ length: count }, (_, index) => {
    const owner = owners[Math.floor(random() * 2.4)] ?? "lib";
    return { owner, path: `src/${owner}/area-${index % 40}/module-${index}.ts`, index };
  });
  const pick = (owner) => {
    const own = modules.filter((module) => module.owner === owner);
    return () => own[Math.floor(random() * own.length)];
  };
  const picks = { users: pick("users"), pool: pick("pool"), lib: pick("lib") };
  const touched = {
    users: () => `members_${pickTable(random)}`,
    pool: () => `seats_${pickTable(random)}`,
  };
  for (const module of modules)
    write(
      join(root, module.path),
      moduleText(module, picks, random) + statementsText(module, touched, random),
    );
  write(join(root, "src/lib/database.ts"), databaseText);
  symlinkSync(installed, join(root, "node_modules"));
  write(
    join(root, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        paths: { "@/*": ["./src/*"] },
        module: "esnext",
        moduleResolution: "bundler",
      },
      include: ["src"],
    }),
  );
  write(
    join(root, "package.json"),
    JSON.stringify({ name: "generated", dependencies: { zod: "^4", knex: "^3", pg: "^8" } }),
  );
}

function moduleText({ owner, path, index }, picks, random) {
  const other = owner === "users" ? "pool" : "users";
  const targets = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
    owner === "lib" || random() < 0.4 ? picks.lib() : picks[owner](),
  );
  if (owner !== "lib" && random() < 0.05) targets.push(picks[other]());
  const imports = targets.map((target, position) =>
    position % 2 === 0
      ? `import { value${target.index} as v${position} } from "${relative(path, target.path)}";`
      : `import { value${target.index} as v${position} } from "@/${target.path.slice(4, -3)}";`,
  );
  const body = Array.from({ length: 12 }, (_, line) => functionText(index, line)).join("\n");
  return `import { z } from "zod";\n${imports.join("\n")}\n\nexport const value${index} = z.object({});\n${body}\nexport const used = [${targets.map((_, position) => `v${position}`).join(", ")}];\n`;
}

const databaseText = `import knex from "knex";
import { Pool } from "pg";

export const db = knex({ client: "pg" });
export const pool = new Pool();
export function session() {
  return { read: db, write: pool };
}
export type Session = ReturnType<typeof session>;
`;

function pickTable(random) {
  return Math.floor(random() * 40);
}

/** Builders, a text of SQL, and a client that only its type makes known. */
function statementsText({ owner, index }, tables, random) {
  if (owner === "lib" || index % 10 > 0) return "";
  const table = () =>
    (random() < 0.1 ? tables[owner === "users" ? "pool" : "users"] : tables[owner])();
  const client = `sessions.map(({ read }) => read).find(Boolean)!`;
  return `
import { db, pool, type Session } from "@/lib/database";

export async function find${index}(id: string) {
  return db("${table()}").where({ id }).first();
}
export async function add${index}(name: string) {
  await db("${table()}").insert({ name });
  return pool.query("SELECT a.id FROM ${table()} a JOIN ${table()} b ON b.id = a.id WHERE a.name = $1", [name]);
}
export const last${index} = (sessions: readonly Session[]) =>
  ${client}.from("${table()}").orderBy("id");
`;
}

function functionText(index, line) {
  return `
/** Adds up what step ${line} of module ${index} has seen. */
export function step${line}(rows: readonly { id: string; amount: number }[]): number {
  let total = ${line};
  for (const row of rows) {
    if (row.id.startsWith("m${index}")) total += row.amount * ${line + 1};
    else total -= Math.min(row.amount, ${index});
  }
  return total;
}`;
}

function relative(from, to) {
  const up = dirname(from)
    .split("/")
    .map(() => "..")
    .join("/");
  return `${up}/${to.replace(/\.ts$/u, ".js")}`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Mulberry32: small, good enough, and the same everywhere. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
