import type { Reply, Span } from "#src/reply/reply.ts";

/** Everything a person could read of a reply, in order, as one text. */
export function allText(reply: Reply): string {
  return [reply.summary, ...reply.blocks.map((block) => JSON.stringify(block))].join("\n");
}

export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "text" ? span.text : `@${span.name}`)).join("");
}
