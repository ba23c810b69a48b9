import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { isListNumber, opensBullet } from "#src/understand/passage/boundaries.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import type { Group } from "./groups.ts";
import { findMemory } from "./memory.ts";
import type { StepCount } from "./step-counts.ts";
import { isAlternative, stepName } from "./step-names.ts";

const order = ["first", "then", "second", "third", "next", "finally", "afterwards", "lastly", "after", "followed"];

/** A line of its own with a bullet or number, or a row of a table. */
function isLine(passage: Passage, group: Group): boolean {
  for (let at = group.anchor.at; at >= 0; at -= 1) {
    if (passage.lexemes[at - 1]?.kind === "break" || at === 0) {
      return opensBullet(passage.lexemes, at) || isListNumber(passage.lexemes, at) || isMark(passage.lexemes[at], "|");
    }
  }
  return false;
}

function onOneLine(passage: Passage, groups: readonly Group[]): boolean {
  const first = groups[0]?.anchor.at ?? 0;
  const last = groups.at(-1)?.anchor.at ?? 0;
  return !passage.lexemes.slice(first, last).some((lexeme) => lexeme.kind === "break");
}

function between(passage: Passage, groups: readonly Group[]) {
  return passage.lexemes.slice(groups[0]?.from ?? 0, (groups.at(-1)?.anchor.at ?? 0) + 1);
}

/**
 * Decides whether several durations are several steps, rather than two words about one: a count that agrees, a list,
 * arrows, an order ("first ... then"), a memory of its own for each, or a name for each.
 */
export function areSteps(passage: Passage, groups: readonly Group[], count: StepCount | null): boolean {
  if (groups.length < 2) return false;
  if (count !== null && count.value === groups.length) return true;
  const names = groups.map((group) => stepName(passage, group));
  if (names.some(isAlternative)) return false;
  if (count?.value === 1) return false;
  if (groups.every((group) => isLine(passage, group)) && !onOneLine(passage, groups))
    return names.every((name) => name !== "");
  const text = between(passage, groups);
  if (text.some((lexeme) => isMark(lexeme, "->"))) return true;
  if (
    text.some((lexeme) => isWord(lexeme, ...order)) &&
    names.filter((name) => name !== "").length >= groups.length - 1
  )
    return true;
  const sizes = findMemory(passage);
  const owners = groups.filter((group) => sizes.some((size) => size.at >= group.from && size.at <= group.to));
  if (owners.length >= 2 && owners.length === groups.length) return true;
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  return names.every((name) => name !== "") && distinct.size === names.length && areParallel(passage, groups);
}

/** Names and durations in the same order all along, close together. */
function areParallel(passage: Passage, groups: readonly Group[]): boolean {
  return groups.every((group) => {
    const words = passage.lexemes.slice(group.from, group.anchor.at);
    return words.length <= 12 && !words.some((lexeme) => isQuantity(lexeme, "duration"));
  });
}
