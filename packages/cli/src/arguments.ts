import { Command, CommanderError } from "commander";
import { addAdoptionCommands, type AdoptionInvocation } from "./arguments/adoption-commands.js";
import { CannotRun } from "./exit.js";
import { toolName } from "./package-info.js";

/** Which project, by which map. */
export interface ProjectFlags {
  readonly root?: string;
  readonly config?: string;
}

export interface CheckFlags extends ProjectFlags {
  readonly rule?: readonly string[];
  readonly format?: readonly string[];
  readonly types: string;
  readonly quiet?: true;
  /** False where known findings are told like new ones. */
  readonly baseline: boolean;
  readonly updateBaseline?: true;
  /** Only what is staged adds to what the last commit had. */
  readonly staged?: true;
  /** Only what was added since this branch left another one; `true` for the main one. */
  readonly changed?: string | true;
  readonly allowGrowth?: true;
  /** Also what later migrations have undone. */
  readonly history?: true;
  /** Where to keep what one run can tell the next; false for nowhere. */
  readonly cache?: string | false;
  readonly color: boolean;
}

export interface SchemaFlags extends ProjectFlags {
  /** One domain only. */
  readonly domain?: string;
  readonly format?: readonly string[];
  /** The commit, branch or tag with which `schema diff` compares. */
  readonly base?: string;
}

/** What the words of a command line ask for. */
export type Invocation =
  | AdoptionInvocation
  | { readonly command: "print"; readonly text: string }
  | { readonly command: "check"; readonly paths: readonly string[]; readonly flags: CheckFlags }
  | { readonly command: "facts"; readonly paths: readonly string[]; readonly flags: CheckFlags }
  | {
      readonly command: "baseline merge";
      readonly files: readonly string[];
      readonly flags: ProjectFlags;
    }
  | { readonly command: "schema"; readonly flags: SchemaFlags }
  | { readonly command: "schema diff"; readonly flags: SchemaFlags }
  | {
      readonly command: "explain";
      readonly subject: string;
      readonly specifier: string | undefined;
      readonly flags: CheckFlags;
    };

const afterHelp = `
Exit codes:
  0  nothing new crosses a boundary
  1  at least one new finding at level error
  2  the run was not possible: usage, configuration, unreadable root, unwritable output

Examples:
  ${toolName}
  ${toolName} src/domains/pool --rule no-unassigned-file=warn
  ${toolName} --format pretty --format sarif=reports/domains.sarif
  ${toolName} explain src/domains/pool/seats/assign.ts:12
  ${toolName} explain table seats

A folder that is named like a command is written \`./facts\`.`;

/**
 * Reads the command line.
 *
 * @throws {CannotRun} in one sentence, when it does not make sense.
 */
export function parseArguments(
  words: readonly string[],
  version: string,
  formats: readonly string[],
): Invocation {
  const printed: string[] = [];
  const found: Invocation[] = [];
  const program = createProgram(version, formats, (invocation) => found.push(invocation));
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => printed.push(text),
      writeErr: () => undefined,
    });
  }
  try {
    program.parse([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new CannotRun(oneSentence(error.message));
  }
  return found[0] ?? { command: "print", text: printed.join("") };
}

function createProgram(
  version: string,
  formats: readonly string[],
  found: (invocation: Invocation) => void,
): Command {
  const program = new Command(toolName)
    .description("Checks that the domains of a TypeScript repository stay apart.")
    .argument("[paths...]", "report only what is in these files or folders")
    .option("--root <dir>", "the repository; the folder of the configuration, if left out")
    .option("--config <file>", "the domain map; looked for upward from here, if left out")
    .option("--rule <id=level>", 'off, warn or error; "*" for all rules (repeatable)', collect)
    .option("--format <fmt[=file]>", `${formats.join(", ")} (repeatable)`, collect)
    .option("--types <mode>", "auto, on or off: whether types are asked", "auto")
    .option("--history", "also foreign keys that later migrations have dropped")
    .option("--staged", "only what the staged changes add, read from git's index")
    .option(
      "--changed [base]",
      "only what was added since here left BASE; origin/HEAD, if left out",
    )
    .option("--no-baseline", "also what the baseline knows, as if it were new")
    .option("--update-baseline", "write the baseline without what is gone")
    .option("--allow-growth", "with --update-baseline: also record what is new")
    .option(
      "--cache <dir>",
      "keep what the next run can use here (node_modules/.cache, if it is there)",
    )
    .option("--no-cache", "use nothing of an earlier run, and keep nothing")
    .option("--quiet", "only errors, and no summary")
    .option("--no-color", "no colours")
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText("after", afterHelp)
    .action((paths: string[], flags: CheckFlags) => {
      found({ command: "check", paths, flags });
    });
  program
    .command("facts")
    .description("print every fact as a line of JSON")
    .argument("[paths...]", "only the facts of these files or folders")
    .helpOption("--help", "print this help")
    .action((paths: string[]) => {
      found({ command: "facts", paths, flags: program.opts<CheckFlags>() });
    });
  program
    .command("explain")
    .description("say whose a file, table or variable is and why, or how a finding stands")
    .argument("<subject>", "FILE[:LINE[:COLUMN]], table, env, or what has that name or fingerprint")
    .argument("[name]", "an import of the file, or the name of the table or variable")
    .helpOption("--help", "print this help")
    .action((subject: string, specifier: string | undefined) => {
      found({ command: "explain", subject, specifier, flags: program.opts<CheckFlags>() });
    });
  addSchemaCommands(program, found);
  addBaselineCommands(program, found);
  addAdoptionCommands(program, found);
  for (const command of program.commands) command.configureHelp({ showGlobalOptions: true });
  return program;
}

function addSchemaCommands(program: Command, found: (invocation: Invocation) => void): void {
  const schema = program
    .command("schema")
    .description("print the schema to which the migrations of each domain lead")
    .option("--domain <name>", "one domain only")
    .option("--format <fmt[=file]>", "json, markdown or sql (repeatable)", collect)
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .action(() => {
      found({ command: "schema", flags: schema.optsWithGlobals<SchemaFlags>() });
    });
  const diff = schema
    .command("diff")
    .description("print what this branch changes in the schema of each domain")
    .option("--format <fmt[=file]>", "json or markdown (repeatable)", collect)
    .option("--base <ref>", "compare with where this branch left it; origin/HEAD, if left out")
    .helpOption("--help", "print this help")
    .action(() => {
      found({ command: "schema diff", flags: diff.optsWithGlobals<SchemaFlags>() });
    });
}

function addBaselineCommands(program: Command, found: (invocation: Invocation) => void): void {
  const baseline = program
    .command("baseline")
    .description("what two branches have made of the baseline")
    .helpOption("--help", "print this help")
    .helpCommand(false);
  baseline
    .command("merge")
    .description("merge the baseline: after a conflict, or as a merge driver of git")
    .argument("[files...]", "BASE OURS THEIRS; left out: the three sides of the conflict at hand")
    .helpOption("--help", "print this help")
    .action((files: string[]) => {
      found({ command: "baseline merge", files, flags: program.opts<CheckFlags>() });
    });
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** `error: unknown option '--formt'\n(Did you mean --format?)` as one sentence. */
function oneSentence(message: string): string {
  return message
    .replace(/^error: /u, "")
    .replace(/\n\(Did you mean (?:one of )?(.*)\?\)$/su, "; did you mean $1?");
}
