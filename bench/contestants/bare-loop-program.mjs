import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";
import { ResolverFactory } from "oxc-resolver";

const [root, list] = process.argv.slice(2);
const resolver = new ResolverFactory({
  tsconfig: "auto",
  extensions: [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"],
  extensionAlias: { ".js": [".ts", ".tsx", ".js"], ".mjs": [".mts", ".mjs"] },
  conditionNames: ["types", "import", "require", "node", "default"],
});
let resolved = 0;
for (const file of JSON.parse(readFileSync(list, "utf8"))) {
  const path = join(root, file);
  const { module } = parseSync(path, readFileSync(path, "utf8"));
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
  ];
  for (const specifier of new Set(specifiers)) {
    if (resolver.sync(dirname(path), specifier).path) resolved += 1;
  }
}
console.log(JSON.stringify({ resolved }));
