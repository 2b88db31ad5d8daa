import { parseDocument } from "yaml";
import { kept, type PlannedFile, type Runner, type Surroundings } from "./planned-file.js";

const workflow = ".github/workflows/domain-isolation.yml";
const gitlabJob = ".gitlab/domain-isolation.yml";

/** A job of its own for the platform whose files are there. */
export function planCi(around: Surroundings): readonly PlannedFile[] {
  return [...planGithub(around), ...planGitlab(around)];
}

function planGithub({ files, runner }: Surroundings): readonly PlannedFile[] {
  if (files.has(workflow)) return [kept(workflow)];
  if (![...files].some((file) => file.startsWith(".github/workflows/"))) return [];
  const note = "checks every pull request";
  return [{ path: workflow, text: githubWorkflow(runner), note, snippet: null }];
}

/** What the recipe for GitHub says, with the package manager that is used here. */
function githubWorkflow({ packageManager, install, run }: Runner): string {
  const setup: Readonly<Record<Runner["packageManager"], readonly string[]>> = {
    npm: [],
    pnpm: ["      - uses: pnpm/action-setup@v4"],
    yarn: ["      - run: corepack enable"],
    bun: ["      - uses: oven-sh/setup-bun@v2"],
  };
  // The action looks into node_modules, which Yarn may do without.
  const isPlain = packageManager === "yarn";
  return [
    `# ${workflow}`,
    "name: domain isolation",
    "on: pull_request",
    "permissions:",
    "  contents: read",
    ...(isPlain ? [] : ["  pull-requests: write", "  security-events: write"]),
    "jobs:",
    "  check:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v4",
    ...setup[packageManager],
    "      - uses: actions/setup-node@v4",
    "        with:",
    "          node-version: 22",
    ...(packageManager === "bun" ? [] : [`          cache: ${packageManager}`]),
    `      - run: ${install}`,
    isPlain
      ? `      - run: ${run} check-domain-isolation --format github`
      : "      - uses: domain-isolation/domain-isolation@v1",
    "",
  ].join("\n");
}

function planGitlab({ files, text, runner }: Surroundings): readonly PlannedFile[] {
  const main = ".gitlab-ci.yml";
  const source = files.has(main) ? text(main) : null;
  if (source === null) return [];
  if (source.includes("domain-isolation")) return [kept(main)];
  const job = { path: gitlabJob, text: gitlabText(runner), note: "checks every merge request" };
  return [{ ...job, snippet: null }, included(main, source)];
}

/** What the recipe for GitLab says, with the package manager that is used here. */
function gitlabText({ packageManager, install, run }: Runner): string {
  const setup: Readonly<Record<Runner["packageManager"], readonly string[]>> = {
    npm: [],
    pnpm: ["    - corepack enable"],
    yarn: ["    - corepack enable"],
    bun: ["    - npm install --global bun"],
  };
  return [
    "# Included in .gitlab-ci.yml: annotates the lines of a merge request, and shows what failed.",
    "domain-isolation:",
    "  image: node:22",
    "  script:",
    ...setup[packageManager],
    `    - ${install}`,
    `    - ${run} check-domain-isolation --format pretty --format gitlab=gl-code-quality.json --format junit=domain-isolation.xml`,
    "  artifacts:",
    "    when: always",
    "    reports:",
    "      codequality: gl-code-quality.json",
    "      junit: domain-isolation.xml",
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    "    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    "",
  ].join("\n");
}

/** The job is included; where `include` is no list, that is left to a person. */
function included(path: string, source: string): PlannedFile {
  const document = parseDocument(source);
  const entry = { local: gitlabJob };
  if (document.errors.length > 0 || (document.has("include") && !isList(document.get("include")))) {
    const snippet = `include:\n  - local: ${gitlabJob}`;
    return { path, text: null, note: "has to include the job", snippet };
  }
  if (document.has("include")) document.addIn(["include"], entry);
  else document.set("include", [entry]);
  return {
    path,
    text: document.toString({ lineWidth: 0 }),
    note: "includes the job",
    snippet: null,
  };
}

function isList(value: unknown): boolean {
  return typeof value === "object" && value !== null && "items" in value && !("entries" in value);
}
