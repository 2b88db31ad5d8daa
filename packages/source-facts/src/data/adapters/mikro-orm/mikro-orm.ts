import type { Adapter } from "../adapter.js";
import { givenRows } from "../class-orm/row-entity.js";
import { builderMethods } from "./builder-steps.js";
import { entityOf } from "./entities.js";
import { called, constructed, typed } from "./exports.js";
import { guess } from "./guessed.js";
import { calledOnRow, handed, invoke, member } from "./handles.js";
import { kyselyMethods } from "./kysely-builder.js";
import { library, packages } from "./library.js";
import { collectionOperations, operations, rowOperations } from "./operations.js";
import { pivots } from "./pivots.js";
import { mikroOrmWords } from "./words.js";

/** MikroORM: https://mikro-orm.io/docs/quick-start */
export const mikroOrm: Adapter = {
  library,
  packages,
  words: mikroOrmWords,
  methods: new Set([
    ...Object.keys(operations),
    ...Object.keys(collectionOperations),
    ...Object.keys(rowOperations),
    ...builderMethods,
    ...kyselyMethods,
    ...["getRepository", "repo", "createQueryBuilder", "qb", "execute", "flush"],
  ]),
  transactions: new Set(["transactional"]),
  constructed,
  called,
  typed,
  member,
  invoked: invoke,
  handed,
  awaited: givenRows,
  guessed: guess,
  entity: entityOf,
  declared: pivots,
  calledOnRow,
};
