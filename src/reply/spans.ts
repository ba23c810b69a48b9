import type { Span } from "./reply.ts";

/** Short constructors, so that views read like the sentence they make. */
export const plain = (text: string): Span => ({ kind: "text", text, style: "plain" });
export const strong = (text: string): Span => ({ kind: "text", text, style: "strong" });
export const quiet = (text: string): Span => ({ kind: "text", text, style: "quiet" });
export const code = (text: string): Span => ({ kind: "text", text, style: "code" });
export const person = (id: string, name: string): Span => ({ kind: "person", id, name });
