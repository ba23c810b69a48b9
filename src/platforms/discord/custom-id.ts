import { z } from "zod";
import { type Verb, verbs } from "#src/reply/verbs.ts";
import { discordLimits } from "./limits.ts";

/** What a button or form carries through Discord and back: the verb, its options, the review. */
export interface Carried {
  verb: Verb;
  args: Readonly<Record<string, string>>;
  review?: string;
}

export interface ReadCustomId extends Carried {
  kind: Kind;
  /** Options were left out for length: the verb's form asks for them again. */
  incomplete: boolean;
}

/** `b`: a button, `f`: a form. */
type Kind = "b" | "f";

/** Stands behind the position when options were left out. */
const INCOMPLETE = "!";

/**
 * Writes it as a `custom_id`: kind and position, verb, review, options, as in `b2:whatif:7K2Q:path=peakToMean`. The
 * position tells two buttons of one message apart, which Discord asks for. Nothing is remembered anywhere else, so a
 * button works after any restart and on any replica.
 *
 * What does not fit into 100 characters is left out, the longest option first, and the id is marked `b2!`: a press then
 * opens the verb's form with the other options filled in, and a verb without a form says what it misses.
 *
 * @returns null when not even verb and review fit
 */
export function writeCustomId(kind: Kind, position: number, { verb, args, review }: Carried): string | null {
  const head = `${kind}${position.toString(36)}`;
  const options = Object.entries(args).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  const whole = [head, verb, escaped(review ?? ""), options.join("&")].join(":");
  if (whole.length <= discordLimits.customId) return whole;
  const kept = options.toSorted((a, b) => a.length - b.length);
  while (kept.pop() !== undefined) {
    const shorter = [head + INCOMPLETE, verb, escaped(review ?? ""), kept.join("&")].join(":");
    if (shorter.length <= discordLimits.customId) return shorter;
  }
  return null;
}

const writtenSchema = z.tuple([
  z.string().regex(/^[bf][0-9a-z]+!?$/),
  z.enum(verbs),
  z.string(),
  z.string().transform((options) => options.split("&").filter((option) => option !== "")),
]);

/** Reads back what `writeCustomId` wrote; null for what is not ours or from another version. */
export function readCustomId(id: string): ReadCustomId | null {
  const written = writtenSchema.safeParse(id.split(":"));
  if (!written.success) return null;
  const [head, verb, review, options] = written.data;
  try {
    return {
      kind: head.startsWith("f") ? "f" : "b",
      incomplete: head.endsWith(INCOMPLETE),
      verb,
      args: Object.fromEntries(options.map(readOption)),
      ...(review === "" ? {} : { review: decodeURIComponent(review) }),
    };
  } catch {
    return null;
  }
}

function readOption(option: string): [string, string] {
  const [name = "", value = ""] = option.split("=");
  return [decodeURIComponent(name), decodeURIComponent(value)];
}

/** Marks of the notation, and what Discord could trim or refuse; the rest stays readable and short. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[%:&=]|[^\S ]|\p{Cc}|^ | $/gu, encodeURIComponent);
}
