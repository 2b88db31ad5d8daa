import type { DeclaredFacts, Dialect } from "@domain-isolation/model";
import { isSourceFile } from "@domain-isolation/source-facts";
import type { MigrationHost } from "../trees/project-migrations.js";
import type { DeclaredSchema } from "./declared-schema.js";
import { comparesWithModels } from "./sqlalchemy/compares-with-models.js";
import { declaredBySqlalchemy, mayDeclareSqlalchemy } from "./sqlalchemy/declared-by-sqlalchemy.js";
import { declaredByDrizzle, mayDeclareDrizzle } from "./drizzle-tables/declared-by-drizzle.js";
import { declaredByTypeorm, mayDeclareTypeorm } from "./typeorm/declared-by-typeorm.js";

/** A library whose models are code. */
interface CodeModels {
  /** What its models are called in a message: "…, which Drizzle's schema doesn't declare". */
  readonly source: string;
  /** Whether a file is worth a look. */
  readonly isFile: (file: string) => boolean;
  readonly mayDeclare: (text: string) => boolean;
  readonly declared: (
    candidates: readonly string[],
    host: MigrationHost,
    dialects: readonly Dialect[],
  ) => readonly DeclaredSchema[];
}

const libraries: readonly CodeModels[] = [
  {
    source: "Drizzle's schema",
    isFile: isSourceFile,
    mayDeclare: mayDeclareDrizzle,
    declared: (candidates, host) =>
      declaredByDrizzle({ ...sourcesOf(host), candidates, code: host.code }),
  },
  {
    source: "TypeORM's entities",
    isFile: isSourceFile,
    mayDeclare: mayDeclareTypeorm,
    declared: (candidates, host, dialects) =>
      declaredByTypeorm({ ...sourcesOf(host), candidates, dialects, code: host.code }),
  },
  {
    source: "SQLAlchemy's schema",
    isFile: (file) => file.endsWith(".py"),
    mayDeclare: mayDeclareSqlalchemy,
    declared(candidates, host, dialects) {
      const files = new Set(host.files());
      const text = (file: string) => (files.has(file) ? host.text(file) : null);
      const isWhole = comparesWithModels({ files: host.files(), text });
      return dialects.map((dialect) =>
        declaredBySqlalchemy({ candidates, text, dialect, isWhole }),
      );
    },
  },
];

function sourcesOf(host: MigrationHost) {
  const files = host.files().filter(isSourceFile);
  return { files, text: (file: string) => host.text(file) };
}

/**
 * The schemas that models in the code of a project declare. Those of some libraries are for any
 * database: they are read for `dialects`.
 */
export function declaredInCode(
  host: MigrationHost,
  dialects: readonly Dialect[],
): readonly DeclaredFacts[] {
  return libraries.flatMap(({ source, isFile, mayDeclare, declared }) => {
    const files = host
      .files()
      .filter((file) => isFile(file) && !isTest(file) && mayDeclare(host.text(file) ?? ""));
    return files.length === 0
      ? []
      : declared(files, host, dialects).map((each) => factsOf(each, source));
  });
}

/** Tests declare tables of their own. */
function isTest(file: string): boolean {
  return /[.-](?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?)\/|(?:^|\/)(?:test_\w+|\w+_test|conftest)\.py$/u.test(
    file,
  );
}

/** A schema as rules see it. */
export function factsOf(
  { schema, problems, isWhole }: DeclaredSchema,
  source: string,
): DeclaredFacts {
  const files = schema.tables.map(({ definedAt }) => definedAt.file);
  return {
    files: [...new Set(files)].sort(),
    source,
    schema,
    isWhole,
    unread: problems.map(({ at, message, table }) => ({
      at,
      reason: message,
      table: table ?? null,
    })),
  };
}
