import { CONTINUED } from "#src/reply/wording/platform-words.ts";
import type { SeenMessage } from "#test/scenarios/driver.ts";
import type { ReadButton, ReadMessage } from "./read-back.ts";

/** Text as Discord's client draws it: marks gone, escapes resolved, people by name. */
export function withoutMarkup(text: string, nameOf: (id: string) => string): string {
  return text
    .replace(/^(?:-# |#{1,3} )/gm, "")
    .replace(/```\n?/g, "")
    .replace(/\\([^\w\s])|\*\*|`/g, (_, escaped: string | undefined) => escaped ?? "")
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${nameOf(id)}`)
    .replace(/[\u2007\u200B]/g, "");
}

/** What tells buttons of one label apart on Discord is the line they stand at: "Change: containers 70% busy". */
export function buttonName({ label, beside }: ReadButton): string {
  if (beside === null) return label;
  const line = withoutMarkup(beside, (id) => id)
    .replace(/^Assumed: /, "")
    .replace(/\s*\([^()]*\)\.?$/, "")
    .replace(/\.$/, "");
  return `${label}: ${line}`;
}

export interface ShownPlace {
  isPrivate: boolean;
  thread: string | null;
}

/** What a person sees of a message, in the terms all platforms share. */
export function shownMessage(
  message: ReadMessage,
  place: ShownPlace,
  contentOf: (file: string) => string,
  nameOf: (id: string) => string,
): SeenMessage {
  return {
    id: message.id,
    text: withoutMarkup(message.text, nameOf),
    buttons: message.buttons.map(buttonName),
    ...place,
    files: message.files.filter((name) => !name.endsWith(".png")).map((name) => ({ name, content: contentOf(name) })),
  };
}

/** What was too long for one message goes on in the next: one answer. */
export function withoutBreaks(messages: readonly SeenMessage[]): SeenMessage[] {
  const whole: SeenMessage[] = [];
  for (const message of messages) {
    const before = whole.findLastIndex(
      ({ thread, isPrivate }) => thread === message.thread && isPrivate === message.isPrivate,
    );
    const last = whole[before];
    if (last === undefined || !message.text.startsWith(CONTINUED)) whole.push(message);
    else
      whole[before] = {
        ...last,
        text: `${last.text}${message.text.slice(CONTINUED.length)}`,
        buttons: [...last.buttons, ...message.buttons],
        files: [...last.files, ...message.files],
      };
  }
  return whole;
}
