import { defineProjectRule, type DomainMap, type ProjectView } from "@domain-isolation/model";
import { createImportGraph } from "./import-graph.js";
import { distancesTo, shortestChain } from "./shortest-chain.js";

export default defineProjectRule({
  description: "What an entrypoint pulls in at run time stays out of other domains.",
  level: "error",
  recommended: true,
  messages: {
    reach: {
      text: "this entrypoint of {{from}} reaches {{to}} code: {{chain}}",
      help: "cut the chain where {{last}} imports {{reached}}, or go through the public entry of {{to}}",
    },
  },
  *judge({ project, map }) {
    const graph = createImportGraph(project);
    for (const [from, entrypoints] of entrypointsByDomain(project, map)) {
      for (const to of map.domains.filter((domain) => domain !== from)) {
        const distances = distancesTo(from, to, graph, map);
        for (const file of entrypoints) {
          const chain = shortestChain(file, graph, distances);
          const [first] = chain;
          if (!first) continue;
          const { file: last, target: reached } = chain.at(-1) ?? first;
          yield {
            messageId: "reach",
            file,
            span: first.span,
            from,
            to,
            data: { from, to, chain: [file, ...chain.map(({ target }) => target)], last, reached },
            because: map.owner(reached),
            identity: [],
            tier: "linked",
          };
        }
      }
    }
  },
});

function entrypointsByDomain({ files }: ProjectView, map: DomainMap) {
  const entrypoints = files.filter((file) => map.hasRole(file, "entrypoint"));
  const byDomain = map.domains.map((domain): readonly [string, readonly string[]] => [
    domain,
    entrypoints.filter((file) => map.owner(file)?.domain === domain),
  ]);
  return byDomain.filter(([, own]) => own.length > 0);
}
