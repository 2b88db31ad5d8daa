import { compilePattern } from "@domain-isolation/model";
import type { MapProposal, ProposedEntry } from "../map-proposal.js";

/** Without patterns that match no file, which a map may not have; each is told of. */
export function withoutUnmatched(proposal: MapProposal, files: readonly string[]): MapProposal {
  const unmatched = new Set<string>();
  const kept = (entries: readonly ProposedEntry[]) =>
    entries.filter(({ value }) => {
      const { matches } = compilePattern(value);
      const isKept = files.some((file) => matches(file));
      if (!isKept) unmatched.add(value);
      return isKept;
    });
  const domains = proposal.domains.map((domain) => ({
    ...domain,
    files: kept(domain.files),
    public: kept(domain.public),
  }));
  const shared = { ...proposal.shared, files: kept(proposal.shared.files) };
  const said = [...unmatched].map((pattern) => `${pattern} matches no file, and is left out`);
  return { ...proposal, domains, shared, remarks: [...proposal.remarks, ...said] };
}
