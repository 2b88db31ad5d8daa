import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a repository of two domains and shared code, the same for the same number of files.
 * One file in twenty imports the other domain.
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
  for (const module of modules) write(join(root, module.path), moduleText(module, picks, random));
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
    JSON.stringify({ name: "generated", dependencies: { zod: "^4" } }),
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
