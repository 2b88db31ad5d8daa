import type { Analysis } from "../analysis.js";
import { ask, belongsTo } from "../evaluate/evaluate-call.js";
import { transparentTypes } from "../evaluate/evaluate-type.js";
import type { TypeName } from "../modules.js";
import type { Place } from "../values/place.js";
import type { External, Value } from "../values/value.js";
import { typePlace } from "./type-place.js";

/** What a type says for certain of its values. An interface of ours may be a handle's all the same. */
const telling = new Set(["handle", "instance", "class", "entity", "namespace", "object"]);

/**
 * What a value of a type is, given what the type is and extends: the first that tells. Unrelated,
 * where all are of others that no library here knows. Null where it may still be anything.
 */
export function valueOfType(
  names: readonly TypeName[],
  place: Place,
  analysis: Analysis,
): Value | null {
  const values = names.map((name) => valueOfName(name, place, analysis));
  const told = values.find((value) => value && telling.has(value.is));
  if (told) return told;
  const isUnrelated = values.length > 0 && values.every((value) => value?.is === "unrelated");
  return isUnrelated ? { is: "unrelated" } : null;
}

function valueOfName(name: TypeName, place: Place, analysis: Analysis): Value | null {
  const { declaredIn } = name;
  return "file" in declaredIn
    ? ofOurs(name, declaredIn.file, place, analysis)
    : ofOthers(name, declaredIn.external, place, analysis);
}

/** A client that was generated into a file of ours is known by its name alone. */
function ofOurs(name: TypeName, file: string, place: Place, analysis: Analysis): Value | null {
  const value = analysis.evaluateType(typePlace(name, place, analysis));
  if (value && telling.has(value.is)) return value;
  return (
    fromLibrary(
      { is: "external", module: `./${file}`, path: pathOf(name) },
      name,
      place,
      analysis,
    ) ?? value
  );
}

function ofOthers(name: TypeName, module: string, place: Place, analysis: Analysis): Value | null {
  const [first] = name.args;
  if (module === "" && first && transparentTypes.has(name.name)) {
    return valueOfName(first, place, analysis);
  }
  if (name.name === "") return null;
  const what: External = { is: "external", module, path: pathOf(name) };
  const value = fromLibrary(what, name, place, analysis);
  const isKnown = analysis.adapters.some((adapter) => belongsTo(what, adapter));
  return value ?? (isKnown ? null : { is: "unrelated" });
}

function pathOf({ name }: TypeName): readonly string[] {
  return name === "*" ? [] : name.replace(/^typeof /u, "").split(".");
}

function fromLibrary(
  what: External,
  { args }: TypeName,
  place: Place,
  analysis: Analysis,
): Value | null {
  const types = args.map((arg) => typePlace(arg, place, analysis));
  return ask(analysis, what, (adapter) => adapter.typed?.(what, types, analysis));
}
