/** A library whose entities are classes with decorators, or schemas that its calls make. */
export interface EntityLibrary {
  /** Its name in facts. */
  readonly library: string;
  readonly packages: readonly string[];
  /** What a file's text holds that declares entities, or says how tables are named. */
  readonly declares: RegExp;
  /** The option of a schema that names the class which it is for. */
  readonly schemaClass: string;
}
