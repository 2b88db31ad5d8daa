import type { Adapter } from "../adapter.js";
import { givenRows } from "../class-orm/row-entity.js";
import { calledOnRow, statically } from "./active-record.js";
import { builderMethods } from "./builder-steps.js";
import { entityOf } from "./entities.js";
import { called, constructed, typed } from "./exports.js";
import { guess } from "./guessed.js";
import { handed, invoke, member } from "./handles.js";
import { junctions } from "./junctions.js";
import { library, packages } from "./library.js";
import { operations, rowOperations } from "./operations.js";
import { defining } from "./schema-calls.js";
import { typeormWords } from "./words.js";

/** TypeORM: https://typeorm.io/docs/getting-started */
export const typeorm: Adapter = {
  library,
  packages,
  words: typeormWords,
  methods: new Set([
    ...Object.keys(operations),
    ...Object.keys(rowOperations),
    ...builderMethods,
    ...defining,
    ...["getRepository", "getTreeRepository", "createQueryBuilder", "extend"],
    ...["createDescendantsQueryBuilder", "createAncestorsQueryBuilder"],
    ...["query", "sql", "stream"],
  ]),
  transactions: new Set(["transaction"]),
  constructed,
  called,
  typed,
  member,
  invoked: invoke,
  handed,
  awaited: givenRows,
  guessed: guess,
  entity: entityOf,
  declared: junctions,
  calledOnRow,
  statically,
};
