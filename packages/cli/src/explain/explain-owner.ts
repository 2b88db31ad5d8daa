import {
  fileRoles,
  ownershipClaims,
  roleClaims,
  type Claim,
  type Ownership,
} from "@domain-isolation/model";
import { mapPlace, type Subject } from "./explanation.js";

/** Which domain a file has and why, which patterns matched and lost, and its roles. */
export function explainOwner(subject: Subject): readonly string[] {
  const { file, map, colors } = subject;
  const owner = map.owner(file);
  const row = (label: string, text: string) => `  ${colors.cyan(label.padEnd(6))}  ${text}`;
  return [
    row("domain", owner ? colors.bold(owner.domain ?? "shared") : "none: no pattern claims it"),
    ...(owner ? [row("why", claimText(subject, owner))] : []),
    ...losers(subject, owner).map((claim) =>
      row("lost", `${claimText(subject, claim)}: less specific`),
    ),
    ...roles(subject).map((text) => row("role", text)),
    ...map.ownedSymbols(file).map((name) => row("symbol", symbolText(subject, name))),
  ];
}

/** The pattern as it is written in the map, whose it is, and where it stands. */
export function claimText(
  subject: Pick<Subject, "map">,
  { pattern, domain, path }: Ownership,
): string {
  return `\`${pattern}\` → ${domain ?? "shared"} (${mapPlace(subject, path)})`;
}

function losers({ file, map }: Subject, owner: Ownership | null): readonly Claim[] {
  return ownershipClaims(map.source).filter(
    (claim) => claim.compiled.matches(file) && claim.path.join(".") !== owner?.path.join("."),
  );
}

function roles(subject: Subject): readonly string[] {
  const { file, map } = subject;
  const claims = roleClaims(map.source);
  const own = map.owner(file)?.domain ?? null;
  return fileRoles
    .filter((role) => map.hasRole(file, role))
    .map((role) => {
      const claim = claims[role].find(
        ({ compiled, domain }) => compiled.matches(file) && (role === "test" || domain === own),
      );
      return claim ? `${role}: \`${claim.pattern}\` (${mapPlace(subject, claim.path)})` : role;
    });
}

function symbolText(subject: Subject, name: string): string {
  const owner = subject.map.symbolOwner(subject.file, name);
  return owner ? claimText(subject, owner) : name;
}
