import { resolve } from "node:path";
import { createOfferings, type FactView, type FileView } from "@domain-isolation/model";
import type { Rule } from "eslint";
import { editorFacts } from "./editor-facts.js";
import { requireSchemaDiff } from "./require-schema-diff.js";
import type { BrokenProject, OpenProject } from "./projects.js";
import type { Workspace } from "./workspace.js";

/** What the rules of one lint share about its file. Null where there is nothing to say of it. */
export type Examination = ReadyFile | UncheckedFile | null;

/** A file with its facts, ready to be judged. */
export interface ReadyFile {
  readonly project: OpenProject;
  readonly view: FileView;
  readonly facts: FactView;
  /** The local date as `YYYY-MM-DD`: exemptions end. */
  readonly today: string;
}

/** A file that can't be judged, because there is no map (null), or none that can be used. */
export interface UncheckedFile {
  readonly path: string;
  readonly broken: BrokenProject | null;
}

/** Finds the map of the file at hand, and reads the file's facts from the linter's tree. */
export function examineFile(workspace: Workspace, context: Rule.RuleContext): Examination {
  workspace.keepFresh();
  const place = workspace.place(context, chosenConfig(context));
  if (place === null) return null;
  const { path, project, file } = place;
  if (project === null || "problems" in project) return { path, broken: project };
  if (file === null || project.map.isIgnored(file)) return null;
  const view = project.graph.resolveFacts(file, editorFacts(context.sourceCode, file));
  return { project, view, facts: factView(project, file), today: workspace.today() };
}

function factView({ graph, map }: OpenProject, file: string): FactView {
  return {
    ...graph,
    offering: createOfferings(map, () => graph.files(), graph),
    migration: (asked) =>
      requireSchemaDiff("@domain-isolation/schema-diff")
        .openMigrations(map, graph, file)
        .facts(asked),
  };
}

/** The path in `settings["domain-isolation"].config`, relative to the working folder. */
function chosenConfig({ settings, cwd }: Rule.RuleContext): string | null {
  const own: unknown = settings["domain-isolation"];
  if (typeof own !== "object" || own === null || !("config" in own)) return null;
  return typeof own.config === "string" ? resolve(cwd, own.config) : null;
}
