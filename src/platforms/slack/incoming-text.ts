/** `<@U123>`, `<@U123|ada>`, `<#C123|general>`, `<!here>`, `<https://x|label>`: Slack's own marks in text it delivers. */
const marks = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

function readMark(kind: string, target: string, label: string | undefined): string {
  const shown = label === undefined || label === "" ? target : label;
  switch (kind) {
    case "@":
    case "#":
      return `${kind}${shown}`;
    case "!":
      return shown.startsWith("@") ? shown : `@${shown.replace(/^subteam\^.*/, "group")}`;
    default:
      return shown.replace(/^mailto:/, "");
  }
}

/**
 * What a person typed, from what Slack delivers: its marks become the words people see, entities become characters,
 * and the mention that only addresses the bot is taken out.
 */
export function typedText(delivered: string, botUserId: string | undefined): string {
  const own = botUserId === undefined ? delivered : delivered.replaceAll(ownMention(botUserId), " ");
  return own
    .replace(marks, (_, kind: string, target: string, label: string | undefined) => readMark(kind, target, label))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

function ownMention(botUserId: string): RegExp {
  return new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, "g");
}

export function mentions(delivered: string, userId: string | undefined): boolean {
  return userId !== undefined && ownMention(userId).test(delivered);
}
