/**
 * What crosses by the truth's own map: found in the truth, missed, found beside it. A place that
 * the truth itself could not read proves nothing, and is kept apart.
 */
export function findCrossings({ owners, unsure }, { pairs, missed, alarms }) {
  const crosses = ({ file, names }) => {
    const owner = owners.table(names);
    const domain = owners.file(file);
    return owner !== null && domain !== null && owner !== domain;
  };
  const beside = alarms.filter(crosses);
  return {
    found: pairs.filter(({ expected }) => crosses(expected)).length,
    missed: missed.filter(crosses),
    alarms: beside.filter((actual) => !unsure(actual)),
    unsure: beside.filter(unsure),
  };
}
