/** What two descriptions of a schema say differently, by kind and name. */
export function compareDescriptions(ours, theirs) {
  return Object.keys(theirs).flatMap((kind) => {
    const [our, their] = [ours[kind], theirs[kind]];
    return [...new Set([...our.keys(), ...their.keys()])]
      .sort()
      .filter((key) => our.get(key) !== their.get(key))
      .map((key) => ({ kind, key, our: our.get(key) ?? "–", their: their.get(key) ?? "–" }));
  });
}

export function printDifferences(differences, theirs, [our, their]) {
  for (const kind of Object.keys(theirs)) {
    const found = differences.filter((difference) => difference.kind === kind);
    console.log(`${kind}: ${theirs[kind].size} of ${their}, ${found.length} differences`);
    for (const each of found) {
      console.log(`  ${each.key}\n    ${our}: ${each.our}\n    ${their}: ${each.their}`);
    }
  }
}
