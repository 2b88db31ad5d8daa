import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { below } from "./built-copy.js";

/** What the TypeScript compiler resolves, relative to the root; null where it finds nothing of ours. */
export function resolveWithTypeScript(
  root: string,
  file: string,
  specifier: string,
  tsconfig = nearestConfig(root, file),
): string | null {
  const options = tsconfig ? optionsOf(tsconfig) : bundlerOptions;
  const path = join(root, file);
  const mode = ts.getImpliedNodeFormatForFile(path, undefined, ts.sys, options);
  const { resolvedModule } = ts.resolveModuleName(
    specifier,
    path,
    options,
    ts.sys,
    undefined,
    undefined,
    typeof mode === "number" ? mode : undefined,
  );
  if (!resolvedModule) return null;
  const found = below(root, realpathSync(resolvedModule.resolvedFileName));
  return found.startsWith("..") || found.includes("node_modules/") ? null : found;
}

const bundlerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

function nearestConfig(root: string, file: string): string | null {
  const found = ts.findConfigFile(dirname(join(root, file)), (path) => ts.sys.fileExists(path));
  return found?.startsWith(`${root}/`) ? found : null;
}

function optionsOf(path: string): ts.CompilerOptions {
  const json: unknown = ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config;
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(json, host, dirname(path), undefined, path).options;
}
