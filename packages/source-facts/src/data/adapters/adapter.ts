import type { Analysis } from "../analysis.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { Entity, External, Handle, Value } from "../values/value.js";
import type { DataWorld } from "../modules.js";

/** A call, a construction or a tagged template, as an adapter sees it. */
export interface CallSite {
  readonly place: Place;
  /** The name of the method, or `""` where the value itself is called. */
  readonly method: string;
  /** Where the method's name stands; the whole callee where it has none. */
  readonly name: Place;
  readonly args: readonly Place[];
  /** The template of a tag: "sql`…`". */
  readonly template: Place | null;
}

/** In place of a parameter's index: what a callback gets as `this`. */
export const asThis = -1;

/** A method of something that is not known: what is it called on? */
export interface UnknownCall extends CallSite {
  readonly receiver: Place;
}

/**
 * What is known of one database library. Every question is answered with null where the library has
 * nothing to say.
 */
export interface Adapter {
  /** Its name in facts: `prisma`, `pg`. */
  readonly library: string;
  /** The packages that it is, or that bring it: `drizzle-orm`; what stands below them too. */
  readonly packages: readonly string[];
  /** Whether something of a package with another name is its: of a client that was generated. */
  readonly claims?: (what: External) => boolean;
  /**
   * The source of a regular expression: what a text must hold, beside the packages' names, for its
   * file to be worth a look. Null where there is nothing to look for in this repository.
   */
  readonly words: (world: DataWorld) => string | null;
  /** Methods that make a call worth evaluating, whatever it is called on. */
  readonly methods: ReadonlySet<string>;
  /** Methods that are called after what the repository declares: `user.getOrders()`. */
  readonly namedMethods?: (analysis: Analysis) => ReadonlySet<string>;
  /** Methods that may run a callback in a transaction; it is one where `handed` says so. */
  readonly transactions?: ReadonlySet<string>;
  /** Methods of a client between which a transaction lasts: `beginTransaction()` … `commit()`. */
  readonly transactionMarks?: ReadonlyMap<string, "begin" | "end">;
  /** What calling, or tagging with, an export of the library gives. */
  readonly called?: (what: External, site: CallSite, analysis: Analysis) => Value | null;
  readonly constructed?: (what: External, site: CallSite, analysis: Analysis) => Value | null;
  /** A value of a type that the library exports, or an object of a class that extends it. */
  readonly typed?: (what: External, types: readonly Place[], analysis: Analysis) => Value | null;
  /** A property of a handle. `name` is where it is written. */
  readonly member?: (handle: Handle, key: string, name: Place, analysis: Analysis) => Value | null;
  /** A method of a handle, or the handle itself, is called. */
  readonly invoked?: (handle: Handle, site: CallSite, analysis: Analysis) => Value | null;
  /** What a callback that is given to a handle's method gets as its parameter, or `asThis`. */
  readonly handed?: (
    handle: Handle,
    site: CallSite,
    callback: { readonly argument: number; readonly parameter: number },
    analysis: Analysis,
  ) => Value | null;
  /** What a statement gives that is awaited, or that a function returns: its rows. */
  readonly awaited?: (handle: Handle) => Value | null;
  /**
   * The entity whose whole rows a statement gives that stands there with all that is called on it; null
   * where it gives something else: a count, or columns that it names.
   */
  readonly rows?: (statement: Handle, place: Place, analysis: Analysis) => Entity | null;
  /** The entity whose rows a type of the library describes: `Selectable<UserTable>`. */
  readonly rowType?: (what: External, types: readonly Place[], analysis: Analysis) => Entity | null;
  /** Properties of an entity that are, as types, its rows: `typeof users.$inferSelect`. */
  readonly rowTypeKeys?: ReadonlySet<string>;
  /** What a method of something unknown gives, where its shape leaves no doubt. */
  readonly guessed?: (site: UnknownCall, analysis: Analysis) => Value | null;
  /** Whether calls of our own functions may make its entities: `createTable("users", …)`. */
  readonly makesEntities?: boolean;
  /** Entities that a file declares without a class or a call: those of an interface of tables. */
  readonly declared?: (module: DataModule, analysis: Analysis) => readonly Entity[];
  /** The entity that a class or a constant is. */
  readonly entity?: (place: Place, analysis: Analysis) => Entity | null;
  /** A method of a row: `user.save()`. */
  readonly calledOnRow?: (entity: Entity, site: CallSite, analysis: Analysis) => Value | null;
  /**
   * A method of a class that is no entity, or of an object of it, though entities extend it: which of
   * them is known where it is called.
   */
  readonly calledOnBase?: (cls: Place, site: CallSite, analysis: Analysis) => Value | null;
  /** A static method of an entity's class: `User.findAll()`. */
  readonly statically?: (entity: Entity, site: CallSite, analysis: Analysis) => Value | null;
}
