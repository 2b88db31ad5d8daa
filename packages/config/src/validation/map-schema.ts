import { softReferencePolicies } from "@domain-isolation/model";
import * as v from "valibot";
import {
  columnName,
  day,
  entityPattern,
  exportName,
  filePath,
  filePattern,
  nameOf,
  tableOfDomain,
  tablePattern,
  variableName,
  variablePattern,
} from "./texts.js";

export const levelSchema = v.picklist(["error", "warn", "off"], '"error", "warn" or "off"');

export const rulesSchema = v.record(
  v.string(),
  v.union(
    [levelSchema, v.strictTuple([levelSchema, v.record(v.string(), v.string())])],
    '"error", "warn" or "off", or a list of a level and options such as ["error", { … }]',
  ),
  "an object of rules and their levels",
);

export const ruleIdSchema = v.string("the name of a rule in quotes");

export const databaseSchema = v.strictObject(
  {
    dialect: described(
      v.picklist(["postgresql", "sqlite", "mysql"], '"postgresql", "sqlite" or "mysql"'),
      "The kind of database.",
    ),
    url: described(
      variableName,
      "The environment variable that holds the connection URL; never the URL itself.",
    ),
  },
  "an object with `dialect` and `url`",
);

export const migrationSchema = v.strictObject(
  {
    path: described(filePattern, "A folder of migrations, or a pattern of files."),
    format: optional(nameOf("a format"), "How the migrations are written: `sql`, for example."),
  },
  "an object with `path`",
);

export const touchSchema = v.strictObject(
  {
    reads: domains("The domains whose tables its statements may read."),
    writes: domains("The domains whose tables its statements may write and lock; includes reads."),
    joins: domains("The domains whose tables may stand beside its own in one statement."),
    transactions: domains(
      "The domains whose tables its transactions may write beside its own, and whose repositories they may call.",
    ),
    relations: domains("The domains to whose entities an ORM's relations may lead, or come from."),
  },
  "an object with `reads`, `writes`, `joins`, `transactions` or `relations`",
);

export const softReferenceSchema = v.strictObject(
  {
    to: described(tableOfDomain, "The table whose rows it means: `pool.mother_groups`."),
    policy: described(
      v.picklist(softReferencePolicies, '"checked", "dangling" or "none"'),
      "`checked`: every value has its row; `dangling`: the row may be gone; `none`: it is no reference.",
    ),
  },
  "an object with `to` and `policy`",
);

export const domainSchema = v.strictObject(
  {
    files: patterns("The files that belong to the domain."),
    public: patterns(
      "The public entry: the files that other domains may import. They belong to the domain.",
    ),
    repositories: patterns("The files that talk to the database. They belong to the domain."),
    entrypoints: patterns("The files at which programs start. They belong to the domain."),
    symbols: optional(
      v.record(
        filePath,
        v.array(exportName, "a list of exported names"),
        "an object of files and lists of the names that they export",
      ),
      "Exported names that belong to the domain, whoever owns the file: file to names.",
    ),
    mayUse: domains(
      "The only domains that this one may use. Left out: any, through its public entry.",
    ),
    mayTouch: optional(touchSchema, "What it may do with the tables of others. Left out: nothing."),
    tables: tables("The tables of the domain's own database; `admin_*` and `billing.*` work."),
    entities: optional(
      v.array(entityPattern, "a list of entities"),
      "The classes and objects that stand for its tables.",
    ),
    database: optional(databaseSchema, "The domain's own database."),
    migrations: optional(
      v.array(migrationSchema, "a list of objects with `path`"),
      "The migrations of that database.",
    ),
    softReferences: optional(
      v.record(columnName, softReferenceSchema, "an object of columns and what they mean"),
      "Columns that mean a row of another domain's table: `redeem_codes.mother_group_id` to what.",
    ),
    env: variables("The environment variables of the domain: names, or `USERS_*`."),
    services: names("a service", "services", "The services of the deployment that run its code."),
  },
  "an object",
);

export const sharedSchema = v.strictObject(
  {
    files: patterns("Stateless code that every domain may import."),
    tables: tables("Tables that exist in every database."),
    env: variables("Environment variables that every domain may read."),
  },
  "an object",
);

export const exemptionSchema = v.strictObject(
  {
    rule: described(ruleIdSchema, "The rule whose findings are permitted."),
    file: described(filePattern, "The file with the findings, or a pattern of files."),
    to: optional(nameOf("a domain"), "Only findings that reach this domain. Left out: any."),
    reason: described(nameOf("the reason"), "Why the crossing is permitted."),
    until: optional(day, "The last day on which it is permitted: 2027-01-31."),
    link: optional(
      v.pipe(
        v.string("a URL in quotes"),
        v.url(({ input }) => `\`${input}\` isn't a URL; write one that a reader can follow`),
      ),
      "Where more is said about it, such as the ticket.",
    ),
    atMost: optional(
      v.pipe(
        v.number("a number"),
        v.integer("`atMost` counts findings; write a whole number"),
        v.minValue(1, "`atMost` counts findings; who permits none needs no exemption"),
      ),
      "How many findings it may permit. An exemption for many files needs it.",
    ),
  },
  "an object with `rule`, `file` and `reason`",
);

export const mapSchema = v.strictObject(
  {
    $schema: optional(v.string("a path or URL in quotes"), "The JSON schema of this file."),
    domains: described(
      v.pipe(
        v.record(v.string(), domainSchema, "an object of names and domains"),
        v.minEntries(1, "`domains` is empty, so there is nothing to keep apart; name a domain"),
      ),
      "The domains: name to what belongs to it.",
    ),
    shared: optional(sharedSchema, "What belongs to no domain and may be used by all."),
    ignore: patterns("Files that belong to nobody and are not read."),
    tests: patterns("The files that are tests."),
    rules: optional(rulesSchema, 'Rule to level; `"*"` stands for all that are not named.'),
    exemptions: optional(
      v.array(exemptionSchema, "a list of exemptions"),
      "Crossings that are permitted, each with its reason.",
    ),
  },
  "an object with `domains`",
);

function described<const Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description(description));
}

function optional<const Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.exactOptional(described(schema, description));
}

function patterns(description: string) {
  return optional(v.array(filePattern, "a list of patterns"), description);
}

function names(one: string, many: string, description: string) {
  return optional(v.array(nameOf(one), `a list of ${many}`), description);
}

function domains(description: string) {
  return optional(v.array(nameOf("a domain"), "a list of domains"), description);
}

function tables(description: string) {
  return optional(v.array(tablePattern, "a list of tables"), description);
}

function variables(description: string) {
  return optional(v.array(variablePattern, "a list of environment variables"), description);
}
