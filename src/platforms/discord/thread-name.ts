import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply, Span } from "#src/reply/reply.ts";
import { short } from "./buttons.ts";
import { discordLimits } from "./limits.ts";

/** A thread's name: the first words of its card, which say who asked what. Names are plain text on Discord. */
export function threadName(card: Reply): string {
  for (const block of card.blocks) {
    const words = block.kind === "context" || block.kind === "paragraph" ? textOf(block.spans) : "";
    if (words !== "") return short(words, discordLimits.threadName);
  }
  return short(card.summary, discordLimits.threadName) || "Rethink";
}

function textOf(spans: readonly Span[]): string {
  return oneLine(spans.map((span) => (span.kind === "person" ? span.name : span.text)).join(""), 1000);
}
