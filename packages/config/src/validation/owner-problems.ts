import { compilePattern, compileTablePattern, type MapProblem } from "@domain-isolation/model";
import type { PlacedText } from "./lenient.js";
import type { DomainOutline, MapOutline } from "./map-outline.js";

/** Something that one owner claims. Two claims with one `identity` are claims on the same thing. */
interface Claim extends PlacedText {
  readonly owner: string;
  readonly identity: string;
}

/** Things with two owners. */
export function ownerProblems({ domains, shared }: MapOutline): readonly MapProblem[] {
  const owners = [shared, ...domains];
  const files = owners.flatMap(({ name, files: lists }) =>
    claims(name, lists.flat(), patternIdentity),
  );
  const env = owners.flatMap(({ name, env: variables }) => claims(name, variables));
  const services = domains.flatMap(({ name, services: own }) => claims(name, own));
  const migrations = domains.flatMap(({ name, migrations: own }) =>
    claims(name, own, (path) => patternIdentity(path.replace(/\/$/u, ""))),
  );
  return [
    ...contested(files, "the files"),
    ...contested(domains.flatMap(symbolClaims), "the export"),
    ...contested(env, "the variable"),
    ...contested(services, "the service"),
    ...contested(migrations, "the migrations"),
    ...contested(domains.flatMap(tableClaims), "in one database, the table"),
    ...contested(domains.flatMap(entityClaims), "in one database, the entity"),
    ...sharedTableProblems(domains, shared.tables),
  ];
}

function claims(
  owner: string,
  texts: readonly PlacedText[],
  identity: (text: string) => string = (text) => text,
): readonly Claim[] {
  return texts.map((text) => ({ ...text, owner, identity: identity(text.text) }));
}

function patternIdentity(pattern: string): string {
  return compilePattern(pattern).identity;
}

function symbolClaims({ name, symbols }: DomainOutline): readonly Claim[] {
  return symbols.flatMap(({ file, names }) =>
    claims(name, names, (exported) => `${patternIdentity(file)}#${exported}`),
  );
}

/** A table's name belongs to a database: without knowing which one, two of a name are two tables. */
function tableClaims({ name, tables, databaseUrl }: DomainOutline): readonly Claim[] {
  if (databaseUrl === null) return [];
  return claims(name, tables, (table) => `${databaseUrl} ${tableIdentity(table)}`);
}

function entityClaims({ name, entities, databaseUrl }: DomainOutline): readonly Claim[] {
  if (databaseUrl === null) return [];
  return claims(name, entities, (entity) => `${databaseUrl} ${patternIdentity(entity)}`);
}

function tableIdentity(pattern: string): string {
  return compileTablePattern(pattern).identity;
}

function contested(all: readonly Claim[], what: string): readonly MapProblem[] {
  return all.flatMap((claim, index) => {
    const first = all.slice(0, index).find(({ identity }) => identity === claim.identity);
    if (!first || first.owner === claim.owner) return [];
    const message = `${what} \`${claim.text}\` can't belong to both ${first.owner} and ${claim.owner}; leave it to one of them`;
    return [{ path: claim.path, message }];
  });
}

function sharedTableProblems(
  domains: readonly DomainOutline[],
  shared: readonly PlacedText[],
): readonly MapProblem[] {
  const everywhere = new Set(shared.map(({ text }) => tableIdentity(text)));
  return domains.flatMap(({ name, tables }) =>
    tables
      .filter(({ text }) => everywhere.has(tableIdentity(text)))
      .map(({ text, path }) => ({
        path,
        message: `the table \`${text}\` can't belong to both shared and ${name}; leave it to one of them`,
      })),
  );
}
