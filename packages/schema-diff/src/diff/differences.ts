import type { Column, ForeignKey, Table } from "@domain-isolation/model";

/** How two definitions of one table differ, `here` before `there`: short clauses for a message. */
export function differences(here: Table, there: Table): readonly string[] {
  const columns = here.columns.flatMap((column) => {
    const other = there.columns.find(({ name }) => name === column.name);
    return other ? columnDifferences(column, other) : [`column ${column.name} only here`];
  });
  const missing = there.columns
    .filter(({ name }) => !here.columns.some((column) => column.name === name))
    .map(({ name }) => `column ${name} only there`);
  return [...columns, ...missing, ...keyDifferences(here, there)];
}

function columnDifferences(here: Column, there: Column): readonly string[] {
  const { name } = here;
  const type =
    here.type === there.type ? [] : [`column ${name}: ${here.type} here, ${there.type} there`];
  const nullable =
    here.nullable === there.nullable
      ? []
      : [`column ${name}: ${here.nullable ? "NULL" : "NOT NULL"} only here`];
  return [...type, ...nullable];
}

function keyDifferences(here: Table, there: Table): readonly string[] {
  const keyOf = ({ primaryKey }: Table) => primaryKey?.columns.join(", ") ?? "none";
  const primary =
    keyOf(here) === keyOf(there) ? [] : [`primary key: ${keyOf(here)} here, ${keyOf(there)} there`];
  const onlyIn = (a: Table, b: Table, where: string) =>
    a.foreignKeys
      .filter((key) => !b.foreignKeys.some((other) => words(other) === words(key)))
      .map((key) => `foreign key ${words(key)} only ${where}`);
  return [...primary, ...onlyIn(here, there, "here"), ...onlyIn(there, here, "there")];
}

function words({ columns, references }: ForeignKey): string {
  return `${columns.join(", ")} → ${references.name}`;
}
