/** Which steps a value is for: positions, all of them, the last, or nobody said. */
export type StepsMeant = readonly number[] | "all" | "last" | null;

function stepsAt(word: string | undefined): StepsMeant {
  const match = /^\$(\*|last|\d+(?:,\d+)*)$/.exec(word ?? "");
  if (match?.[1] === undefined) return null;
  if (match[1] === "*") return "all";
  return match[1] === "last" ? "last" : match[1].split(",").map(Number);
}

/** The steps named closest before a value, else closest after it. */
export function stepsFor(words: readonly string[], at: number): StepsMeant {
  for (let back = at - 1; back >= 0; back -= 1) {
    const steps = stepsAt(words[back]);
    if (steps !== null) return steps;
  }
  for (let on = at + 1; on < words.length; on += 1) {
    const steps = stepsAt(words[on]);
    if (steps !== null) return steps;
  }
  return null;
}

/** The steps a clause names last: the next clause may go on about them. */
export function lastSteps(words: readonly string[]): StepsMeant {
  return words.reduce<StepsMeant>((last, word) => stepsAt(word) ?? last, null);
}
