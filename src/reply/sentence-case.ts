import type { Span } from "./reply.ts";

/** The text as the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Starts the sentence with a capital, where text and no person comes first. */
export function capitalSpans(spans: readonly Span[]): Span[] {
  return spans.map((span, position) =>
    position === 0 && span.kind === "text" ? { ...span, text: capital(span.text) } : span,
  );
}

/** The text inside a sentence: a small first letter, but "GPU work" and "EC2" stay. */
export function midSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
