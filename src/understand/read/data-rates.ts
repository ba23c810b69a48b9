import { isMark, isQuantity, isWord, type Quantity } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { periodAfter } from "./payload.ts";

const outgoing = wordSet("egress outbound internet out download downloads response responses");
const pieces = wordSet("record event message line file object log row image photo frame document chunk reading packet");

interface Item {
  mb: number;
  noun: string;
}

/** "in 5 KB records", "files of 2 MB", "2 KB each": how large one piece is. */
function itemSize(passage: Passage, volume: number): Item | null {
  const sentence = passage.sentences[volume] ?? 0;
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "size") || at === volume || !isFree(passage, at) || lexeme.value <= 0) continue;
    if (Math.abs((passage.sentences[at] ?? 0) - sentence) > 1) continue;
    const { noun } = nounAfter(passage.lexemes, at + 1, at + 3);
    if (noun !== null && pieces.has(noun)) return { mb: lexeme.value, noun };
    const before = [at - 1, at - 2, at - 3]
      .map((here) => passage.lexemes[here])
      .find((word) => word?.kind === "word" && pieces.has(word.lemma));
    const sized =
      isWord(passage.lexemes[at - 1], "of", "about") || hasRight(passage, at, wordSet("each apiece"), "bracket", 2);
    if (before?.kind === "word" && sized) return { mb: lexeme.value, noun: before.lemma };
  }
  return null;
}

/**
 * Rates that follow from a stream of data and the size of one piece: "30 TB of logs a month in 5 KB records". Data that
 * leaves ("egress") is no work.
 */
export function dataRates(passage: Passage): Rate[] {
  return passage.lexemes.flatMap((lexeme, at): Rate[] => {
    if (!isFree(passage, at)) return [];
    const flow = flowAt(passage, at, lexeme.kind === "quantity" ? lexeme : null);
    if (flow === null || hasLeft(passage, at, outgoing, "bracket", 5) || hasRight(passage, at, outgoing, "bracket", 6))
      return [];
    const item = itemSize(passage, at);
    if (item === null || item.mb >= flow.mb) return [];
    const count = flow.mb / item.mb;
    const { periodMs, to } = flow;
    return [
      {
        perSecond: (count * 1000) / periodMs,
        low: null,
        high: null,
        count,
        periodMs,
        period: flow.period,
        noun: item.noun,
        from: at,
        to,
        at,
      },
    ];
  });
}

const names: readonly (readonly [number, string])[] = [
  [1000, "second"],
  [86_400_000, "day"],
  [604_800_000, "week"],
  [2_628_000_000, "month"],
];

function flowAt(passage: Passage, at: number, quantity: Quantity | null) {
  if (quantity === null || quantity.value <= 0) return null;
  if (quantity.dimension === "bandwidth") return { mb: quantity.value, periodMs: 1000, period: "second", to: at };
  if (quantity.dimension !== "size" || isMark(passage.lexemes[at - 1], "@")) return null;
  const period = periodAfter(passage, at);
  if (period === null) return null;
  return {
    mb: quantity.value,
    periodMs: period.ms,
    period: names.find(([ms]) => ms === period.ms)?.[1] ?? "",
    to: period.to,
  };
}
