import type { DomainMap, MapPath, MapSource, RuleRegistry } from "@domain-isolation/model";

/** A place in the configuration file: line and column from 1. */
export interface ConfigPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ConfigProblem extends ConfigPlace {
  readonly message: string;
}

/** Thrown by `loadConfig` with everything that is wrong, in the order of the file. */
export interface ConfigErrorShape extends Error {
  readonly problems: readonly ConfigProblem[];
}

export interface LoadedConfig {
  /** The configuration file, absolute. Its folder is the root unless the command line says else. */
  readonly path: string;
  readonly source: MapSource;
  readonly map: DomainMap;
  /** Where a path of the map stands; of the nearest enclosing part that could be located. */
  locate(path: MapPath, atKey?: boolean): ConfigPlace;
}

export type FindConfig = (from: string) => string | null;
export type LoadConfig = (path: string, rules: RuleRegistry) => LoadedConfig;
/** What `auditMap` finds, with places; empty when the map fits the files. */
export type AuditConfig = (
  config: LoadedConfig,
  files: readonly string[],
) => readonly ConfigProblem[];
