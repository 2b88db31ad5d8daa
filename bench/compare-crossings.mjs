/** Says whether all found the same crossings, and lists what only one side found. */
export function compareCrossings(results, repository) {
  const found = results.map(({ contestant, runs }) => ({
    name: contestant.name,
    crossings: contestant.crossings(runs[0], repository),
  }));
  const own = found.find(({ name }) => name === "check-domain-isolation").crossings;
  const direct = own.filter(({ tier }) => tier === "file");
  console.log(
    `ours: ${direct.length} direct crossings, ${own.length - direct.length} through other modules`,
  );
  for (const { name, crossings } of found) {
    if (!crossings || crossings === own) continue;
    const key = crossings.some(({ target }) => target) ? "target" : "line";
    report(name, keys(crossings, key), keys(direct, key));
  }
}

function keys(crossings, part) {
  return new Set(crossings.map((crossing) => `${crossing.file} → ${crossing[part]}`));
}

function report(name, theirs, own) {
  const missed = [...own].filter((key) => !theirs.has(key)).sort();
  const extra = [...theirs].filter((key) => !own.has(key)).sort();
  console.log(
    `\n${name}: ${theirs.size} crossings, ${missed.length} of ours missed, ${extra.length} beside ours`,
  );
  for (const key of missed.slice(0, 5)) console.log(`  missed  ${key}`);
  for (const key of extra.slice(0, 5)) console.log(`  beside  ${key}`);
}
