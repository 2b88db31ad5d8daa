import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";

const repository = resolve(import.meta.dirname, "..");
const recipes = join(repository, "recipes");
const map = {
  domains: {
    users: { files: ["src/users/**"] },
    pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
  },
};
const crossing = 'import { seats } from "../pool/seats.js";\nexport const use = seats;\n';
const legal = 'import { seats } from "../pool/index.js";\nexport const use = seats;\n';

/** A repository with the tool installed, and one commit. */
function project() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "recipes-")));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("package.json", '{ "name": "app", "private": true, "type": "module" }\n');
  write("domain-isolation.config.json", JSON.stringify(map));
  write("src/pool/seats.ts", "export const seats = 1;\n");
  write("src/pool/index.ts", 'export * from "./seats.js";\n');
  write(".gitignore", "node_modules\n");
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  const bins = { "check-domain-isolation": "packages/cli/bin/check-domain-isolation.js" };
  for (const [name, path] of Object.entries(bins)) {
    symlinkSync(join(repository, path), join(root, "node_modules/.bin", name));
  }
  const run = (command: string, env: Readonly<Record<string, string>> = {}) => {
    const own = { ...process.env, ...env };
    delete own.CI;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
      cwd: root,
      env: own,
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  const git = (...words: readonly string[]) =>
    run(["git -c user.name=a -c user.email=a@b.test", ...words].join(" "));
  git("init -q -b main");
  git("add .");
  git("commit -qm first");
  return { root, write, run, git };
}

/** Every hook is to block a commit that adds a crossing, and let one pass that does not. */
const hooks: readonly (readonly [
  what: string,
  install: (at: ReturnType<typeof project>) => void,
])[] = [
  [
    "husky",
    ({ root, run, write }) => {
      cpSync(join(repository, "node_modules/husky"), join(root, "node_modules/husky"), {
        recursive: true,
        dereference: true,
      });
      run("node node_modules/husky/bin.js");
      write(".husky/pre-commit", readFileSync(join(recipes, "husky-pre-commit"), "utf8"));
    },
  ],
  [
    "lint-staged",
    ({ root, write }) => {
      cpSync(join(recipes, "lint-staged.config.js"), join(root, "lint-staged.config.js"));
      const bin = join(repository, "node_modules/lint-staged/bin/lint-staged.js");
      hook(write, root, `node "${bin}"`);
    },
  ],
  [
    "lefthook's command",
    ({ root, write }) => {
      hook(write, root, commandOf("lefthook.yml"));
    },
  ],
  [
    "pre-commit's command",
    ({ root, write }) => {
      hook(write, root, commandOf("pre-commit-config.yaml"));
    },
  ],
  [
    "the hook that is offered to pre-commit",
    ({ root, write }) => {
      hook(write, root, commandOf("../.pre-commit-hooks.yaml"));
    },
  ],
];

function hook(write: (file: string, text: string) => void, root: string, command: string): void {
  write(".git/hooks/pre-commit", `#!/bin/sh\n${command}\n`);
  chmodSync(join(root, ".git/hooks/pre-commit"), 0o755);
}

/** The one command that a recipe in YAML has. */
function commandOf(file: string): string {
  const found = /"(?:run|entry)":"([^"]+)"/u.exec(JSON.stringify(read(file)));
  return found?.[1] ?? "";
}

function read(file: string): unknown {
  return parse(readFileSync(join(recipes, file), "utf8"));
}

it.each(hooks)("a commit with %s is blocked by a crossing, and passes without", (_, install) => {
  const at = project();
  install(at);
  at.write("src/users/a.ts", crossing);
  at.git("add .");
  const blocked = at.git("commit -m second");
  expect(blocked.said).toContain("no-cross-domain-import");
  expect(blocked.status).toBe(1);
  at.write("src/users/a.ts", legal);
  at.git("add .");
  expect(at.git("commit -m second").status).toBe(0);
  expect(at.run("git log --oneline").said.split("\n")).toHaveLength(3);
});

describe("the action", () => {
  interface Step {
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  const action = parse(readFileSync(join(repository, "action.yml"), "utf8")) as {
    inputs: Readonly<Record<string, { description: string; default: string }>>;
    runs: { steps: readonly Step[] };
  };
  const [check, upload, comment, finish] = action.runs.steps;

  function runner(text: string) {
    const at = project();
    at.write("src/users/a.ts", text);
    at.write("bin/gh", '#!/bin/sh\necho "$@" > gh.txt\n');
    chmodSync(join(at.root, "bin/gh"), 0o755);
    const env = {
      RUNNER_TEMP: join(at.root, "node_modules"),
      GITHUB_OUTPUT: join(at.root, "output.txt"),
      GITHUB_STEP_SUMMARY: join(at.root, "summary.md"),
      PATH: `${join(at.root, "bin")}:${process.env.PATH ?? ""}`,
    };
    return {
      ...at,
      step: (script = "", more = {}) => at.run(`set -e\n${script}`, { ...env, ...more }),
    };
  }
  const file = (root: string, name: string) => readFileSync(join(root, name), "utf8");

  it("annotates, writes SARIF and a summary, and fails at its end", () => {
    const at = runner(crossing);
    const { status, said } = at.step(check?.run, { ARGUMENTS: "", CHANGED: "false", BASE: "" });
    expect(said).toContain("::error file=src/users/a.ts,line=1,");
    expect(status).toBe(0);
    expect(file(at.root, "output.txt")).toBe("status=1\n");
    expect(file(at.root, "summary.md")).toContain("### ✗ Domain isolation: 1 error");
    expect(JSON.parse(file(at.root, "node_modules/domain-isolation.sarif"))).toHaveProperty("runs");
    at.step(comment?.run, { PULL_REQUEST: "https://x.test/1" });
    expect(file(at.root, "gh.txt")).toContain("pr comment https://x.test/1 --edit-last");
    expect(at.step(finish?.run, { STATUS: "1" }).status).toBe(1);
  });

  it("is green where nothing crosses, and stops where it can't run", () => {
    const at = runner(legal);
    const words = { ARGUMENTS: "--types off", CHANGED: "false", BASE: "" };
    expect(at.step(check?.run, words).status).toBe(0);
    expect(file(at.root, "output.txt")).toBe("status=0\n");
    appendFileSync(join(at.root, "domain-isolation.config.json"), "]");
    expect(at.step(check?.run, words).status).toBe(2);
  });

  it("reports only what a pull request adds, where that is wanted", () => {
    const at = runner(crossing);
    at.git("add .");
    at.git("commit -qm second");
    at.git("update-ref refs/remotes/origin/main HEAD");
    const { said } = at.step(check?.run, { ARGUMENTS: "", CHANGED: "true", BASE: "main" });
    expect(said).not.toContain("::error");
    expect(file(at.root, "output.txt")).toBe("status=0\n");
  });

  it("hands every input to a step, and uploads what the first one writes", () => {
    const text = JSON.stringify(action.runs);
    for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name}`);
    expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/u);
  });
});

it("GitLab's job writes the reports that it hands over", () => {
  const at = project();
  at.write("src/users/a.ts", crossing);
  const { "domain-isolation": job } = read("gitlab-ci.yml") as {
    "domain-isolation": {
      script: readonly string[];
      artifacts: { reports: Readonly<Record<string, string>> };
    };
  };
  const [, command = ""] = job.script;
  expect(at.run(command).status).toBe(1);
  for (const name of Object.values(job.artifacts.reports)) {
    expect(readFileSync(join(at.root, name), "utf8")).toContain("no-cross-domain-import");
  }
});

it("GitHub's workflow may do what the action needs", () => {
  expect(read("github-workflow.yml")).toMatchObject({
    permissions: { "pull-requests": "write", "security-events": "write" },
  });
});
