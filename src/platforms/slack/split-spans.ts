import type { Span } from "#src/reply/reply.ts";

type TextSpan = Extract<Span, { kind: "text" }>;

/**
 * Cuts spans into parts whose size stays within `max`: at a blank where there is one, never inside a character, and
 * nothing is lost. `sizeOf` measures a span as the field it goes to counts it.
 */
export function splitSpans(spans: readonly Span[], max: number, sizeOf: (spans: readonly Span[]) => number): Span[][] {
  if (sizeOf(spans) <= max) return [[...spans]];
  const parts: Span[][] = [];
  let part: Span[] = [];
  let size = 0;
  for (const piece of spans.flatMap((span) => pieces(span, max, sizeOf))) {
    const pieceSize = sizeOf([piece]);
    if (size > 0 && size + pieceSize > max) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(piece);
    size += pieceSize;
  }
  if (part.length > 0) parts.push(part);
  return parts.map(joinAlike);
}

/** Words with the blank after them; a word too long for a part of its own is cut by characters. */
function pieces(span: Span, max: number, sizeOf: (spans: readonly Span[]) => number): Span[] {
  if (span.kind === "person") return [span];
  return (span.text.match(/\S*\s*/g) ?? [])
    .filter((word) => word !== "")
    .map((word): TextSpan => ({ ...span, text: word }))
    .flatMap((word) => (sizeOf([word]) <= max ? [word] : byCharacters(word, max, sizeOf)));
}

function byCharacters(word: TextSpan, max: number, sizeOf: (spans: readonly Span[]) => number): TextSpan[] {
  const perCharacter = Math.max(1, Math.ceil(sizeOf([word]) / Math.max(1, word.text.length)));
  const step = Math.max(1, Math.floor(max / (perCharacter + 1)));
  const characters = Array.from(word.text);
  const cut: TextSpan[] = [];
  for (let at = 0; at < characters.length; at += step) {
    cut.push({ ...word, text: characters.slice(at, at + step).join("") });
  }
  return cut.flatMap((piece) =>
    sizeOf([piece]) <= max || piece.text.length <= 1 ? [piece] : byCharacters(piece, max, sizeOf),
  );
}

function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.kind === "text" && span.kind === "text" && last.style === span.style) {
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    } else joined.push(span);
  }
  return joined;
}
