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

function githubWorkflow({ packageManager, install, run }: Runner): string {
  const setup: Readonly<Record<Runner["packageManager"], readonly string[]>> = {
    npm: [],
    pnpm: ["      - uses: pnpm/action-setup@v4"],
    yarn: ["      - run: corepack enable"],
    bun: ["      - uses: oven-sh/setup-bun@v2"],
  };
  return [
    "name: domain isolation",
    "on:",
    "  pull_request:",
    "  push:",
    "    branches: [main, master]",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  check:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v4",
    ...setup[packageManager],
    "      - uses: actions/setup-node@v4",
    "        with:",
    "          node-version: 22",
    `      - run: ${install}`,
    `      - run: ${run} check-domain-isolation --format github`,
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

function gitlabText({ install, run }: Runner): string {
  return [
    "domain-isolation:",
    "  image: node:22",
    "  script:",
    `    - ${install}`,
    `    - ${run} check-domain-isolation`,
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
