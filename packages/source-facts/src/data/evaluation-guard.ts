/** Values within values: what lies deeper goes round in circles through calls. */
const deepest = 200;

/** Enough for the longest chains of wrappers; what needs more branches without end. */
const mostSteps = 20_000;

/** Works something out, or gives it up as unknown where that would go too deep or take too long. */
export type EvaluationGuard = <Result>(make: () => Result | null) => Result | null;

/** Code may lead round in circles that no node shows, because each call has its own arguments. */
export function createEvaluationGuard(): EvaluationGuard {
  let depth = 0;
  let steps = 0;
  return (make) => {
    if (depth === 0) steps = 0;
    if (depth >= deepest || steps >= mostSteps) return null;
    depth += 1;
    steps += 1;
    try {
      return make();
    } finally {
      depth -= 1;
    }
  };
}
