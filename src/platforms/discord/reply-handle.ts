/**
 * How to answer privately, as it travels with an invocation and survives a restart.
 *
 * - `asked`: a command or form; Discord shows the person "thinking…" until its first answer is edited in.
 * - `pressed`: a button; its message is not ours to edit in answer, so answers are follow-ups.
 * - `said`: words in a message; Discord has no private answer to those, so they are answered as a reply.
 */
export type ReplyHandle =
  | { kind: "asked" | "pressed"; interaction: string; token: string }
  | { kind: "said"; message: string };

const marks = { asked: "a", pressed: "p", said: "s" } as const;

export function writeHandle(handle: ReplyHandle): string {
  if (handle.kind === "said") return `${marks.said}:${handle.message}`;
  return `${marks[handle.kind]}:${handle.interaction}:${handle.token}`;
}

/** Reads back what `writeHandle` wrote; null for anything else. */
export function readHandle(text: string | undefined): ReplyHandle | null {
  const [, mark, id, token] = /^([aps]):(\d+)(?::(\S+))?$/.exec(text ?? "") ?? [];
  if (id === undefined) return null;
  if (mark === marks.said) return { kind: "said", message: id };
  if (token === undefined) return null;
  return { kind: mark === marks.asked ? "asked" : "pressed", interaction: id, token };
}

/** When Discord made an id: milliseconds since 1970 (docs: reference, snowflakes). */
export function madeAtMs(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + 1_420_070_400_000;
}
