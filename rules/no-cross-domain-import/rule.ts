import { defineFileRule, type DomainMap } from "@domain-isolation/model";
import { listNames } from "../import-words.js";
import { reachGroups, type ReachGroup } from "../reach-groups.js";
import { reachJudgement } from "../reach-judgement.js";
import { isAllowedTest, testsOption } from "../tests-option.js";
import { isAllowedType, typeOnlyOption } from "../type-only-option.js";
import { findPublicWay, type PublicWay } from "./public-way.js";
import { repairSpecifier } from "./repair-specifier.js";

const reaching = "{{from}} code {{imports}} {{what}}";

export default defineFileRule({
  description: "Code of one domain imports another only through its public entry.",
  level: "error",
  recommended: true,
  options: {
    typeOnly: typeOnlyOption,
    tests: testsOption,
  },
  messages: {
    privateFile: {
      text: `${reaching}, which is private to {{to}}`,
      help: "go through the public entry of {{to}}, {{entries}}, or have {{to}} export there what is needed",
    },
    pastPublicEntry: {
      text: `${reaching}, which is private to {{to}}`,
      help: "import {{exported}} from {{entry}}, the public entry of {{to}}",
    },
    throughNeutral: {
      text: "{{from}} code {{imports}} {{list}} of {{to}} through {{way}}",
      help: "passing it on makes it no less private: go through the public entry of {{to}}, {{entries}}",
    },
    noPublicEntry: {
      text: `${reaching}, which is private to {{to}}`,
      help: "{{to}} has no public entry yet: do without it, or have {{to}} name one in `public`",
    },
    ownedSymbol: {
      text: `${reaching}, which {{to}} owns`,
      help: "leave it to {{to}} code, and give {{from}} an export of its own",
    },
    publicSymbol: {
      text: `${reaching}, which {{to}} owns`,
      help: "import {{exported}} from {{entry}}, the public entry of {{to}}",
    },
    undeclared: {
      text: `${reaching}, but {{from}} may not use {{to}}`,
      help: "`mayUse` of {{from}} names {{allowed}}: do without {{to}}, or add it there",
    },
  },
  *judge(context) {
    const { file, facts, map, options } = context;
    const from = map.owner(file)?.domain ?? null;
    if (from === null || isAllowedTest(context)) return;
    const reached = reachGroups(
      context,
      (reach) =>
        map.crossing(from, reach.domain, reach.file) !== "legal" && !isAllowedType(options, reach),
    );
    for (const { fact, group } of reached) {
      const way = findPublicWay(from, group, facts, map);
      const judgement = reachJudgement({ fact, group });
      const fix = way && repairSpecifier(fact, group, way);
      const data = { ...judgement.data, ...wayOut(from, group[0].domain, way, map) };
      yield { ...judgement, messageId: messageOf(from, group, way, map), from, data, ...fix };
    }
  },
});

function messageOf(from: string, [first]: ReachGroup, way: PublicWay | null, map: DomainMap) {
  if (map.crossing(from, first.domain, first.file) === "undeclared") return "undeclared";
  if (first.symbol !== null) return way ? "publicSymbol" : "ownedSymbol";
  if (map.publicEntries(first.domain).length === 0) return "noPublicEntry";
  if (way) return "pastPublicEntry";
  return first.path.length > 1 ? "throughNeutral" : "privateFile";
}

function wayOut(from: string, to: string, way: PublicWay | null, map: DomainMap) {
  const allowed = map.source.domains[from]?.mayUse ?? [];
  return {
    from,
    entries: map.publicEntries(to).join(", "),
    entry: way?.entry ?? "",
    exported: listNames(way?.names ?? []),
    allowed: allowed.length === 0 ? "no domain" : allowed.join(", "),
  };
}
