import fc from "fast-check";

const names = ["User", "team", "Pool_Seat", "Zeta", "model", "A1"] as const;
const modelName = fc.constantFrom(...names);
const modifier = fc.constantFrom("", "?", "[]");
const ends = fc.constantFrom("", " // x", " /// } x {", ' // @map("no")', " /* x */", "\n\n", "\t");
const scalarLine = fc
  .tuple(
    fc.constantFrom(
      "String",
      "Int",
      "BigInt",
      "Boolean",
      "Float",
      "Decimal",
      "DateTime",
      "Json",
      "E",
    ),
    modifier,
    fc.constantFrom("", "", ` @map("other name")`, ` @map( name : "\\"\\u00e9\\\\" )`, " @unique"),
  )
  .map((parts) => parts.join(""));
const defaultLine = fc.constantFrom(
  "String @default(uuid(7))",
  "String @default(cuid()) @db.VarChar(30)",
  `String @default("a \\" // } @ b")`,
  "Int @default(-12)",
  "Float @default(3.25)",
  "Int[] @default([1,2,3])",
  "E @default(TWO)",
  "E[] @default([])",
  `DateTime @default(dbgenerated("now() + interval '1 day'")) @db.Timestamptz( 3 )`,
  "Decimal @db.Decimal( 10,2 )@unique",
  `Unsupported("tsvector")?`,
  `Unsupported( "point" )[] @map("pt")`,
  "DateTime @updatedAt @ignore",
);
const relation = fc.record({
  one: modelName,
  other: modelName,
  form: fc.constantFrom("1-n", "n-m", "1-1"),
  rest: fc.constantFrom("", ", onDelete: Cascade", `, map: "fk x", onUpdate: NoAction`),
});
/** The text of a schema that Prisma mostly takes: fields and relations of all kinds. */
export const generatedSchema = fc
  .record({
    lines: fc.array(fc.tuple(modelName, fc.oneof(scalarLine, defaultLine), ends), {
      maxLength: 20,
    }),
    relations: fc.array(relation, { maxLength: 5 }),
    mapped: fc.subarray([...names]),
  })
  .map(({ lines, relations, mapped }) => {
    const fields = new Map(names.map((name) => [name, ["id Int @id"]]));
    const add = (model: (typeof names)[number], line: string) => fields.get(model)?.push(line);
    lines.forEach(([model, line, end], index) => add(model, `f${String(index)} ${line}${end}`));
    relations.forEach(({ one, other, form, rest }, index) => {
      const name = `r${String(index)}`;
      if (form === "n-m") {
        add(one, `${name}a ${other}[] @relation("${name}")`);
        add(other, `${name}b ${one}[] @relation(name: "${name}")`);
        return;
      }
      const isOne = form === "1-1";
      add(one, `${name}id Int?${isOne ? " @unique" : ""}`);
      add(
        one,
        `${name}a ${other}? @relation("${name}", fields: [${name}id], references: [id]${rest})`,
      );
      add(other, `${name}b ${one}${isOne ? "?" : "[]"} @relation("${name}")`);
    });
    const blocks = [...fields].map(([name, own]) => {
      const map = mapped.includes(name) ? [`@@map("${name.toLowerCase()} s")`] : [];
      return `model ${name} {\n${[...own, ...map].join("\n")}\n}`;
    });
    return `datasource db {\nprovider = "postgresql"\n}\nenum E {\nONE\nTWO @map("2")\n}\n${blocks.join("\n")}`;
  });
