import { oneLine } from "#src/reply/clean-text.ts";

const NAME_MAX = 30;
const SHOWN_MAX = 3;

/** Names of steps as a list: "resize, label and store"; a long one ends in "and 4 more". */
export function stepList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_MAX).map((name) => oneLine(name, NAME_MAX) || "a step");
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  if (shown.length < 2) return shown[0] ?? "no step";
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
