import type { TreeFacts } from "@domain-isolation/model";
import { changesThatMake } from "../../diff/diff.js";
import { commentLine } from "./comment-line.js";
import { writeSql } from "./write-sql.js";

/**
 * The schemas of all domains as SQL that makes them: a comment with the name of the domain, and the
 * statements. What can't be told of its migrations is told in comments.
 */
export function* writeSchema(trees: readonly TreeFacts[]): Generator<string> {
  for (const domain of new Set(trees.map((tree) => tree.domain))) {
    const own = trees.filter((tree) => tree.domain === domain);
    yield commentLine(domain);
    for (const tree of own) {
      if (own.length > 1) yield `\n${commentLine(`${tree.folder} (${tree.dialect})`)}`;
      for (const { file, reason } of tree.opaque)
        yield commentLine(`not read in ${file}: ${reason}`);
      yield `\n${writeSql(changesThatMake(tree.schema), tree.dialect)}\n`;
    }
  }
}
