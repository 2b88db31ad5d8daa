import { createModuleGraph } from "@domain-isolation/module-graph";
import { isSourceFile } from "@domain-isolation/source-facts";

/** Our own edges, as file → specifier → target below the root, or null. */
export function ourEdges(root) {
  const graph = createModuleGraph(root);
  const files = graph.files().filter(isSourceFile);
  const edges = new Map(
    files.map((file) => [
      file,
      new Map(graph.view(file).imports.map((fact) => [fact.specifier, fact.target])),
    ]),
  );
  return { files, edges, graph };
}
