import { oneLine } from "#src/reply/clean-text.ts";

const NAME_MAX = 90;

/**
 * A source short enough for small print: a web address becomes its host and last part, remarks after it are left out.
 * The whole of it is in the JSON of the same answer.
 */
export function sourceName(source: string): string {
  const first = oneLine(source, 400).split(/,\s|\s\(/)[0] ?? "";
  const short = first.replace(
    /(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:\/[^\s/]+)+)\/?/gi,
    (_, host: string, path: string) => {
      const parts = path.split("/").filter((part) => part !== "");
      const last = (parts.at(-1) ?? "").replace(/\.html$/, "");
      return parts.length > 1 ? `${host}/…/${last}` : `${host}/${last}`;
    },
  );
  return oneLine(short, NAME_MAX);
}
