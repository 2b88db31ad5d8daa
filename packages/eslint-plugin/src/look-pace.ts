/** Decides when it is time to look at the disk again. */
export interface LookPace {
  /** Called at every lint: whether to look before it. */
  isDue(): boolean;
}

/** In a run over many files no two lints lie as far apart as this; before a person's next key they do. */
const pause = 250;

/** Who lints without a pause still sees what has changed after this long. */
const longest = 1000;

/** For editors: looks after every pause, and at least once a second. Times are in milliseconds. */
export function createLookPace(now: () => number = () => performance.now()): LookPace {
  let lastLook = -Infinity;
  let lastLint = -Infinity;
  return {
    isDue: () => {
      const time = now();
      const due = time - lastLint >= pause || time - lastLook >= longest;
      lastLint = time;
      if (due) lastLook = time;
      return due;
    },
  };
}

/** For a run that ends: what has been read once stays as it was. */
export const neverAgain: LookPace = { isDue: () => false };
