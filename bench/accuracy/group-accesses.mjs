/**
 * A table that a statement touches, counted once however often the statement names it: what both
 * sides are compared by. `touches` are the single places.
 */
export function groupAccesses(touches) {
  const groups = new Map();
  for (const touch of touches) {
    const key = `${touch.statement} ${touch.names[0]}`;
    const group = groups.get(key);
    if (group) group.touches.push(touch);
    else groups.set(key, { ...touch, touches: [touch] });
  }
  return [...groups.values()].map(summary);
}

function summary(group) {
  const lines = group.touches.map(({ line }) => line);
  return {
    ...group,
    names: new Set(group.touches.flatMap(({ names }) => names)),
    firstLine: Math.min(group.startLine, ...lines),
    lastLine: Math.max(...lines),
    accesses: new Set(group.touches.map(({ access }) => access).filter(Boolean)),
    optional: group.touches.every(({ optional }) => optional),
  };
}
