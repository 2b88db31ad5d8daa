import {
  proposeMap,
  renameDomains,
  type Candidates,
  type MapProposal,
  type RepositoryFacts,
} from "@domain-isolation/map-proposal";
import { CannotRun } from "../exit.js";
import { plural } from "../pretty/plural.js";
import type { Dialogue, Option } from "./dialogue.js";

/** Lets a person drop, rename and merge the domains that were found. */
export async function editCandidates(
  found: Candidates,
  facts: RepositoryFacts,
  dialogue: Dialogue,
): Promise<Candidates> {
  const { domains } = proposeMap(facts, found);
  const chosen = answered(await dialogue.choose("Which of these are domains?", optionsOf(domains)));
  let candidates = renameDomains(found, (name) => (chosen.includes(name) ? name : null));
  for (;;) {
    const proposal = proposeMap(facts, candidates);
    const step = answered(await dialogue.pick(overview(proposal), steps));
    if (step === "done") return candidates;
    candidates = await rename(candidates, proposal, dialogue);
  }
}

const steps: readonly Option[] = [
  { value: "done", label: "Good", hint: "go on" },
  { value: "rename", label: "Rename one", hint: "or merge it into another, by giving it its name" },
];

async function rename(
  candidates: Candidates,
  { domains }: MapProposal,
  dialogue: Dialogue,
): Promise<Candidates> {
  const old = answered(await dialogue.pick("Which one?", optionsOf(domains)));
  const question = `What is \`${old}\` called? The name of another domain merges the two`;
  const fresh = answered(await dialogue.ask(question, old, problemWithName)).trim();
  return renameDomains(candidates, (name) => (name === old ? fresh : name));
}

function problemWithName(name: string): string | undefined {
  if (name.trim() === "") return "A domain needs a name";
  return name.trim() === "shared" ? "`shared` is what belongs to nobody" : undefined;
}

function optionsOf(domains: MapProposal["domains"]): readonly Option[] {
  return domains.map(({ name, evidence }) => ({
    value: name,
    label: name,
    hint: evidence[0] ?? "",
  }));
}

function overview({ domains }: MapProposal): string {
  const names = domains.map(({ name, tables }) => `${name} (${plural(tables.length, "table")})`);
  return `${plural(domains.length, "domain")}: ${names.join(", ")}`;
}

/** @throws {CannotRun} where somebody gives up. */
export function answered<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new CannotRun("nothing was written, because the questions were left");
  return answer;
}
