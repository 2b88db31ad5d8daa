import { sameAccess } from "./match-accesses.mjs";

/** Prints the figures and, if asked to, every place where the truth and the tool differ. */
export function printReport({ truth, outcome, crossings, opaque, list }) {
  const alarms = outcome.alarms.filter(truth.judges);
  const { pairs, missed } = outcome;
  console.log(`${truth.repo} at ${truth.commit}`);
  console.log(`${pairs.length + missed.length} accesses in the truth\n`);
  console.log(row("", "found", "missed", "recall", "false alarms", "precision"));
  printRow("all", pairs, missed, alarms);
  for (const part of ["library", "via"]) printParts(part, pairs, missed, alarms);
  printMisses(missed, opaque);
  const same = pairs.filter(({ expected, actual }) => sameAccess(expected, actual));
  console.log(`of those found, ${same.length} of ${pairs.length} with the access that they have`);
  if (crossings) printCrossings(crossings);
  if (list) printPlaces({ missed, alarms, pairs, crossings, opaque });
}

function printParts(part, pairs, missed, alarms) {
  const all = [...pairs.map(({ expected }) => expected), ...missed, ...alarms];
  console.log("");
  for (const value of [...new Set(all.map((access) => access[part]))].sort()) {
    const of = (access) => access[part] === value;
    printRow(
      value,
      pairs.filter(({ expected }) => of(expected)),
      missed.filter(of),
      alarms.filter(of),
    );
  }
}

function printRow(name, pairs, missed, alarms) {
  const [found, lost, wrong] = [pairs.length, missed.length, alarms.length];
  const recall = percent(found, found + lost);
  console.log(row(name, found, lost, recall, wrong, percent(found, found + wrong)));
}

function row(name, ...cells) {
  return [String(name).padEnd(12), ...cells.map((cell) => String(cell).padStart(13))].join("");
}

function percent(part, whole) {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;
}

function printMisses(missed, opaque) {
  const said = missed.filter((access) => opaqueAt(access, opaque));
  console.log(`\nof the ${missed.length} missed, ${said.length} are said to be opaque`);
}

function opaqueAt({ file, firstLine, lastLine }, opaque) {
  return opaque.find(
    (statement) =>
      statement.file === file &&
      statement.line - 1 <= lastLine &&
      firstLine <= statement.endLine + 1,
  );
}

function printCrossings({ found, missed, alarms, unsure }) {
  const precision = percent(found, found + alarms.length);
  const recall = percent(found, found + missed.length);
  console.log(
    `crossings by the truth's map: ${found} found, ${missed.length} missed (recall ${recall}), ` +
      `${alarms.length} beside it (precision ${precision}), ` +
      `${unsure.length} where the truth could not read`,
  );
}

function printPlaces({ missed, alarms, pairs, crossings, opaque }) {
  console.log("");
  for (const access of missed) {
    const reason = opaqueAt(access, opaque)?.opaque;
    print("missed", access, [access.via, access.note, reason && `opaque: ${reason}`]);
  }
  for (const access of alarms) print("alarm", access, [access.via, access.library]);
  for (const { expected, actual } of pairs) {
    if (sameAccess(expected, actual)) continue;
    print("access", expected, [`${[...expected.accesses]} → ${[...actual.accesses]}`]);
  }
  for (const access of crossings?.alarms ?? []) print("crossing", access, [access.via]);
}

function print(kind, { file, line, names }, notes) {
  const note = notes.filter(Boolean).join("; ");
  console.log(`${kind.padEnd(8)}  ${file}:${line}  ${[...names][0]}  ${note}`);
}
