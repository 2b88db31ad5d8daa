import { dirname } from "node:path";
import type { RuleRegistry } from "@domain-isolation/model";
import { createReadings, type Shelf } from "@domain-isolation/module-graph";
import { lintedPath, pathBelow, realFolder, type LintedFile } from "./linted-path.js";
import type { LookPace } from "./look-pace.js";
import { createProjects, type Project } from "./projects.js";

/** Where a linted file belongs. */
export interface FilePlace {
  /** Real and absolute. */
  readonly path: string;
  /** Null without a map. */
  readonly project: Project | null;
  /** The file as its project knows it: relative to the root. Null where it lies outside. */
  readonly file: string | null;
}

/** What one process lints. */
export interface Workspace {
  /**
   * The place of a file in the project whose configuration is next above it, or is `config`, which
   * need not be there. Null for what is no source file of its own.
   */
  place(linted: LintedFile, config: string | null): FilePlace | null;
  /** The local date as `YYYY-MM-DD`, as it was at the last look: exemptions end. */
  today(): string;
  /** Looks at the disk again if it is time to. Called at the beginning of every lint. */
  keepFresh(): void;
}

export function createWorkspace(rules: RuleRegistry, pace: LookPace): Workspace {
  const readings = createReadings();
  const { memory } = readings;
  const projects = createProjects(rules, readings);
  const realFolders: Shelf<string> = new Map();
  const places: Shelf<FilePlace | null> = new Map();
  const dates: Shelf<string> = new Map();

  const realFolderOf = (folder: string): string =>
    memory.remember(realFolders, folder, () => {
      const real = realFolder(folder);
      // A link is put in a folder's place by a change of one around it. These are looked at anyway.
      readings.listing(folder);
      projects.above(real);
      return real;
    });

  const find = (linted: LintedFile, config: string | null): FilePlace | null => {
    const path = lintedPath(linted, realFolderOf);
    if (path === null) return null;
    const project = config === null ? projects.above(dirname(path)) : projects.at(config);
    const isOpen = project !== null && !("problems" in project);
    return { path, project, file: isOpen ? pathBelow(project.graph.root, path) : null };
  };

  return {
    place: (linted, config) => {
      const { filename, physicalFilename } = linted;
      const key = `${filename}\0${physicalFilename}\0${config ?? ""}`;
      return memory.remember(places, key, () => find(linted, config));
    },
    today: () => memory.observe(dates, "", () => ({ value: localDate(new Date()), holds: never })),
    keepFresh: () => {
      if (!pace.isDue()) return;
      memory.look();
      projects.refresh();
    },
  };
}

function localDate(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function never(): boolean {
  return false;
}
