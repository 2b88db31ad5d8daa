import { fileOwners } from "../file-owners.mjs";

/**
 * Every place that asks for an entity by its class, in the sources of a repository. Relations and
 * joins by a path are not in it, so that only what is found directly can be a false alarm.
 */
export const entityAccesses = {
  fits: ({ allAccesses }) => Array.isArray(allAccesses),
  read(source) {
    return {
      accesses: source.allAccesses.map((access) => ({
        file: access.file,
        statement: `${access.file}:${access.line}`,
        startLine: access.line,
        line: access.line,
        names: [access.table, access.entity].map((name) => name.toLowerCase()),
        via: via(access.how),
        library: "typeorm",
        note: access.how,
      })),
      judges: (found) => found.via === "direct" && isSource(found.file),
      owners: { file: fileOwners(source.domainMap), table: entityOwners(source.entities) },
    };
  },
};

function via(how) {
  if (/join/iu.test(how)) return "join";
  return how === "relation" ? "relation" : "direct";
}

function isSource(file) {
  return /^packages\/[^/]+\/src\//u.test(file) && !/\.(?:spec|test|e2e-spec)\./u.test(file);
}

function entityOwners(entities) {
  const byName = new Map(
    Object.entries(entities).flatMap(([name, { table, domain }]) => [
      [name.toLowerCase(), domain],
      [table.toLowerCase(), domain],
    ]),
  );
  return (names) => [...names].map((name) => byName.get(name)).find(Boolean) ?? null;
}
