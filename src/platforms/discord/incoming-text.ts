/** Names for the ids a message mentions. */
export interface Names {
  user(id: string): string | null;
  channel(id: string): string | null;
  role(id: string): string | null;
}

/** `<@1>`, `<@!1>`, `<@&1>`, `<#1>`: Discord's own marks in the text it delivers. */
const marks = /<(@[!&]?|#)(\d+)>/g;
/** `<:name:1>`, `<a:name:1>`, `</command:1>`, `<t:1:R>`: shown as words or pictures. */
const others = /<(?:a?:(\w+):\d+|\/([^:>]+):\d+)>/g;

/**
 * What a person typed, from what Discord delivers: its marks become the words people see, and the mention that only
 * addresses the bot is taken out.
 */
export function typedText(delivered: string, botIds: readonly string[], names: Names): string {
  return delivered
    .replace(marks, (mark, kind: string, id: string) => {
      if (botIds.includes(id)) return " ";
      const name = kind === "#" ? names.channel(id) : kind === "@&" ? names.role(id) : names.user(id);
      return name === null ? mark : `${kind.charAt(0)}${name}`;
    })
    .replace(others, (_, emoji: string | undefined, command: string | undefined) =>
      emoji === undefined ? `/${command}` : `:${emoji}:`,
    )
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

/** True when one of the ids is mentioned: the bot itself, or the role Discord made for it. */
export function mentions(delivered: string, botIds: readonly string[]): boolean {
  return [...delivered.matchAll(marks)].some(([, kind, id]) => kind !== "#" && botIds.includes(id ?? ""));
}
