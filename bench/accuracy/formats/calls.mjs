import { fileOwners } from "../file-owners.mjs";

/**
 * Calls of an ORM that cross domains, relations that they reach through, and every raw statement.
 * What crosses by its map and isn't listed is a false alarm; of the rest it says nothing.
 */
export const calls = {
  fits: ({ crossPrismaCalls }) => Array.isArray(crossPrismaCalls),
  read(source) {
    const unsure = new Set(source.opaque.map(({ file, line }) => `${file}:${line}`));
    return {
      accesses: [
        ...source.crossPrismaCalls.map((call) => access(call, "direct", call.model)),
        ...source.crossRelationTouches.map((touch) => ({
          ...access(touch, "relation", touch.model),
          isName: true,
        })),
        ...rawTables(source.prismaRaw, "prisma"),
        ...rawTables(source.connExecute, "mysql2"),
      ],
      judges: () => false,
      owners: { file: fileOwners(source.domainMap), table: tableOwners(source.tableOwners) },
      unsure: ({ file, startLine, endLine }) => {
        for (let line = startLine; line <= endLine; line += 1)
          if (unsure.has(`${file}:${line}`)) return true;
        return false;
      },
    };
  },
};

function access({ file, line, startLine = line }, via, table, library = "prisma") {
  const statement = `${file}:${startLine}`;
  return { file, statement, startLine, line, names: [table.toLowerCase()], via, library };
}

/** `conn.execute` is listed among the calls of the ORM too; the list of its own is the whole one. */
function rawTables(sites, library) {
  return sites
    .filter(({ tag }) => tag !== "conn.execute")
    .flatMap(({ file, line, tables }) =>
      tables
        .filter(({ model }) => model)
        .map((table) => ({
          ...access({ file, line: table.line, startLine: line }, "sql", table.model, library),
          // A fragment is listed by itself, where it is a part of the statement that sends it.
          isName: true,
        })),
    );
}

function tableOwners(owners) {
  const byTable = new Map(
    Object.entries(owners).flatMap(([domain, tables]) =>
      tables.map((table) => [table.toLowerCase(), domain]),
    ),
  );
  return (names) => [...names].map((name) => byTable.get(name)).find(Boolean) ?? null;
}
