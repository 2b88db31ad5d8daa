import { dirname, join, relative } from "node:path";
import ts from "typescript";

/**
 * The edges that the TypeScript compiler finds by itself: every specifier in its own syntax tree,
 * resolved with the options of the nearest tsconfig.json.
 * @param {string} root
 * @param {readonly string[]} files relative to the root
 * @returns {Map<string, Map<string, string | null>>} file → specifier → target below the root, or null
 */
export function typescriptEdges(root, files) {
  const optionsOf = nearestOptions();
  const edges = new Map();
  for (const file of files) {
    const path = join(root, file);
    const { options, cache } = optionsOf(path);
    const found = new Map();
    for (const specifier of specifiersOf(path)) {
      const { resolvedModule } = ts.resolveModuleName(specifier, path, options, ts.sys, cache);
      found.set(specifier, targetOf(root, resolvedModule));
    }
    edges.set(file, found);
  }
  return edges;
}

function targetOf(root, resolved) {
  if (!resolved || resolved.isExternalLibraryImport) return null;
  const target = relative(root, resolved.resolvedFileName);
  return target.startsWith("..") || target.includes("node_modules/") ? null : target;
}

function specifiersOf(path) {
  const text = ts.sys.readFile(path);
  if (text === undefined) return new Set();
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Set();
  const add = (node) => {
    if (node && ts.isStringLiteralLike(node)) found.add(node.text);
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isImportTypeNode(node)) add(node.argument.literal);
    else if (isDynamicReach(node)) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isDynamicReach(node) {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === "require")
  );
}

function nearestOptions() {
  const known = new Map();
  return (path) => {
    const config = ts.findConfigFile(dirname(path), ts.sys.fileExists) ?? "none";
    const before = known.get(config);
    if (before) return before;
    const options = { ...readOptions(config), allowJs: true };
    const cache = ts.createModuleResolutionCache(dirname(config), (name) => name, options);
    known.set(config, { options, cache });
    return known.get(config);
  };
}

function readOptions(config) {
  if (config === "none") return { moduleResolution: ts.ModuleResolutionKind.Bundler };
  const { config: json = {} } = ts.readConfigFile(config, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  const legacy = ts.ModuleResolutionKind.Classic;
  // Without a setting that could be read (an uninstalled preset), as bundlers do.
  if (options.moduleResolution === undefined || options.moduleResolution === legacy) {
    return { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler };
  }
  return options;
}
