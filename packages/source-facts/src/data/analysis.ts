import type { Adapter } from "./adapters/adapter.js";
import type { DataWorld } from "./modules.js";
import type { DataModule } from "./values/data-module.js";
import type { Place } from "./values/place.js";
import type { Entity, Handle, Parameter, Value } from "./values/value.js";

/** What adapters and evaluation ask of one another. */
export interface Analysis {
  readonly world: DataWorld;
  readonly adapters: readonly Adapter[];
  /** Methods of the libraries whose handles have types: what they are called on is worth asking. */
  readonly typedMethods: ReadonlySet<string>;
  /** An indexed file, or null where it has no tree. */
  module(file: string): DataModule | null;
  /** What an expression stands for, through names, imports, properties and calls. */
  evaluate(place: Place): Value | null;
  /** A value of a type. */
  evaluateType(place: Place): Value | null;
  /** A property of a value; `name` is where it is written. */
  member(value: Value | null, key: string, name: Place): Value | null;
  /** The table that an expression names: an entity's class, a constant, or a parameter. */
  entity(place: Place): Entity | Parameter | null;
  /** The entity of a class or constant, whoever made it. */
  entityAt(place: Place): Entity | null;
  /** A text that an expression always stands for. */
  constant(place: Place): string | null;
  /** The values of an object's properties, spreads followed; null for what is no object literal. */
  properties(place: Place): Properties | null;
  /** The elements of an array literal, and what is pushed to its name; null for what is none. */
  elements(place: Place): readonly Place[] | null;
  /** The handle that an expression is. */
  handle(place: Place): Handle | null;
}

export interface Properties {
  readonly entries: readonly {
    readonly key: string;
    readonly name: Place;
    readonly value: Place;
  }[];
  /** Why there may be more: a clause. */
  readonly opaque: string | null;
}
