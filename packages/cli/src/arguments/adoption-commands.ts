import type { Command } from "commander";
import type { ProjectFlags } from "../arguments.js";

export interface InitFlags extends Pick<ProjectFlags, "root"> {
  /** Takes the proposal as it is. */
  readonly yes?: true;
  /** Writes the map anew where there is one. */
  readonly force?: true;
  /** Prints the map, and writes nothing. */
  readonly dryRun?: true;
}

export type ImportFlags = Pick<ProjectFlags, "root">;

export interface CoverageFlags extends ProjectFlags {
  readonly format?: readonly string[];
  /** Percent, as it is written. */
  readonly min?: string;
  readonly types: string;
  readonly color: boolean;
}

/** Commands for who adopts the tool: to a first map, and to see what it leaves out. */
export type AdoptionInvocation =
  | { readonly command: "init"; readonly flags: InitFlags }
  | { readonly command: "coverage"; readonly flags: CoverageFlags }
  | {
      readonly command: "import";
      readonly tool: string;
      readonly file: string | undefined;
      readonly flags: ImportFlags;
    }
  | { readonly command: "export"; readonly tool: string; readonly flags: ProjectFlags };

type Found = (invocation: AdoptionInvocation) => void;

export function addAdoptionCommands(program: Command, found: Found): void {
  const init = program
    .command("init")
    .description("propose a domain map for this repository, and write what is needed to check it")
    .option("--yes", "ask nothing")
    .option("--force", "write the map anew where there is one")
    .option("--dry-run", "print the map, and write nothing")
    .helpOption("--help", "print this help")
    .action(() => {
      found({ command: "init", flags: init.optsWithGlobals<InitFlags>() });
    });
  const coverage = program
    .command("coverage")
    .description("say how much of the repository the map covers, and what it leaves out")
    .option("--min <percent>", "fail where less of the files, tables or variables is covered")
    .option("--format <fmt[=file]>", "pretty or json (repeatable)", collect)
    .helpOption("--help", "print this help")
    .action(() => {
      found({ command: "coverage", flags: coverage.optsWithGlobals<CoverageFlags>() });
    });
  const imported = program
    .command("import")
    .description("print the map that the configuration of another tool comes to")
    .argument("<tool>", "dependency-cruiser, boundaries or nx")
    .argument("[file]", "its configuration; that at the root, if left out")
    .helpOption("--help", "print this help")
    .action((tool: string, file: string | undefined) => {
      const flags = imported.optsWithGlobals<ImportFlags>();
      found({ command: "import", tool, file, flags });
    });
  const exported = program
    .command("export")
    .description("print the boundaries of the map as rules of another tool")
    .argument("<tool>", "dependency-cruiser or boundaries")
    .helpOption("--help", "print this help")
    .action((tool: string) => {
      found({ command: "export", tool, flags: exported.optsWithGlobals<ProjectFlags>() });
    });
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
