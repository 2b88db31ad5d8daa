import { isSketch } from "@domain-isolation/model";
import * as v from "valibot";

const domain = v.nullable(v.string("a domain in quotes"), null);

export const entrySchema = v.strictObject(
  {
    rule: v.string("the name of a rule in quotes"),
    file: v.string("a path in quotes"),
    from: v.exactOptional(domain, null),
    to: v.exactOptional(domain, null),
    what: v.exactOptional(v.array(v.string("a text in quotes"), "a list of texts"), []),
    count: v.exactOptional(v.pipe(v.number("a number"), v.integer(), v.minValue(1)), 1),
  },
  "an object with `rule` and `file`",
);

/** The file `domain-isolation-baseline.json`. */
export const baselineSchema = v.strictObject(
  {
    version: v.literal(1, "1, the version of this format"),
    findings: v.array(entrySchema, "a list of findings"),
    files: v.exactOptional(
      v.record(
        v.string(),
        v.pipe(v.string("a sketch in quotes"), v.check(isSketch, "this is no sketch of a file")),
        "an object of files and their sketches",
      ),
      {},
    ),
  },
  "an object with `version` and `findings`",
);
