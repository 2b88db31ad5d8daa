import { isMap, isSeq, parseDocument } from "yaml";
import { kept, type PlannedFile, type Surroundings } from "./planned-file.js";

/** An entry for whatever runs before a commit here; nothing where nothing does. */
export function planHook(around: Surroundings): readonly PlannedFile[] {
  return [...planPreCommit(around), ...planLefthook(around), ...planHusky(around)];
}

function commandOf({ runner }: Surroundings): string {
  return `${runner.run} check-domain-isolation --staged`;
}

/** pre-commit: a local hook, because the tool is a package of the repository. */
function planPreCommit(around: Surroundings): readonly PlannedFile[] {
  const path = ".pre-commit-config.yaml";
  return planYaml(around, path, (document) => {
    const repos: unknown = document.get("repos");
    if (!isSeq(repos)) return false;
    repos.add(
      document.createNode({
        repo: "local",
        hooks: [
          {
            id: "domain-isolation",
            name: "domain isolation",
            entry: commandOf(around),
            language: "system",
            pass_filenames: false,
          },
        ],
      }),
    );
    return true;
  });
}

function planLefthook(around: Surroundings): readonly PlannedFile[] {
  const path = ["lefthook.yml", ".lefthook.yml", "lefthook.yaml"].find((file) =>
    around.files.has(file),
  );
  if (path === undefined) return [];
  return planYaml(around, path, (document) => {
    const hook: unknown = document.get("pre-commit");
    if (hook !== undefined && !isMap(hook)) return false;
    const run = commandOf(around);
    if (isMap(hook) && hook.has("jobs")) {
      document.addIn(["pre-commit", "jobs"], { name: "domain-isolation", run });
    } else document.setIn(["pre-commit", "commands", "domain-isolation"], { run });
    return true;
  });
}

/** Changes a file of YAML and keeps its comments; shows the command where its shape is another. */
function planYaml(
  around: Surroundings,
  path: string,
  change: (document: ReturnType<typeof parseDocument>) => boolean,
): readonly PlannedFile[] {
  const source = around.files.has(path) ? around.text(path) : null;
  if (source === null) return [];
  if (source.includes("domain-isolation")) return [kept(path)];
  const document = parseDocument(source);
  const isChanged = document.errors.length === 0 && change(document);
  return [
    isChanged
      ? {
          path,
          text: document.toString({ lineWidth: 0 }),
          note: "checks what is committed",
          snippet: null,
        }
      : { path, text: null, note: "has to run this", snippet: commandOf(around) },
  ];
}

/** A line at the end of the script, unless the script may end before. */
function planHusky(around: Surroundings): readonly PlannedFile[] {
  const path = ".husky/pre-commit";
  const source = around.files.has(path) ? around.text(path) : null;
  if (source === null) return [];
  if (source.includes("check-domain-isolation")) return [kept(path)];
  const command = commandOf(around);
  if (/^\s*(?:exit|exec)\b/mu.test(source)) {
    return [{ path, text: null, note: "has to run this", snippet: command }];
  }
  const text = `${source.trimEnd()}\n${command}\n`;
  return [{ path, text, note: "checks what is committed", snippet: null }];
}
