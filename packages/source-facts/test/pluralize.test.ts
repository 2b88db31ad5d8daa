import fc from "fast-check";
import { Utils } from "sequelize";
import { describe, expect, it } from "vitest";
import { pluralize, singularize } from "../src/data/adapters/sequelize/pluralize.js";

/** Endings that some rule knows, and those that look like them. */
const endings = [
  ...["", "s", "es", "ies", "ves", "men", "man", "people", "person", "child", "children", "drive"],
  ...["y", "ay", "quy", "x", "ch", "sh", "ss", "us", "bus", "buses", "is", "axis", "crisis", "ses"],
  ...["f", "fe", "lf", "rf", "ff", "ffe", "ve", "hive", "curve", "o", "potato", "oes", "um", "ium"],
  ...[
    "status",
    "alias",
    "canvas",
    "campus",
    "bonus",
    "octopus",
    "virus",
    "quiz",
    "matrix",
    "index",
  ],
  ...[
    "vertex",
    "mouse",
    "mice",
    "foot",
    "feet",
    "goose",
    "ox",
    "oxen",
    "genus",
    "criterion",
    "data",
  ],
  ...[
    "analysis",
    "analyses",
    "movie",
    "movies",
    "series",
    "shoes",
    "database",
    "databases",
    "news",
  ],
];

const words = fc
  .tuple(
    fc.constantFrom("", "User", "order", "Redeem", "x", "a", "Q", "bro", "shel", "in", "Mother"),
    fc.constantFrom(...endings),
  )
  .map(([stem, ending]) => stem + ending)
  .filter((word) => word !== "");

describe("plurals of models' names", () => {
  it("are those of Sequelize", () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(pluralize(word)).toBe(Utils.pluralize(word));
      }),
    );
  });

  it.each([
    "Category",
    "Equipment",
    "Person",
    "Status",
    "Box",
    "Bus",
    "Information",
    "Leaf",
    "Day",
  ])("%s", (word) => {
    expect(pluralize(word)).toBe(Utils.pluralize(word));
  });

  it.each([
    ["Categories", "Category"],
    ["users", "user"],
    ["Statuses", "Status"],
    ["people", "person"],
    ["Boxes", "Box"],
    ["Seat", "Seat"],
  ])("%s is of %s", (plural, singular) => {
    expect(singularize(plural)).toBe(singular);
  });
});
