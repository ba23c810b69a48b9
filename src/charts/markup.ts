import type { Point } from "./geometry.ts";

/** A number of pixels with one decimal at most: the same bytes on every machine. */
function px(value: number): string {
  const text = value.toFixed(1).replace(/\.0$/, "");
  return text === "-0" ? "0" : text;
}

/** Text made safe for XML, in content and in attributes; characters XML does not allow are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; numbers become pixels, undefined attributes are left out, `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : escapeXml(String(value))}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Path data of polylines. */
export function pathData(runs: readonly (readonly Point[])[]): string {
  return runs
    .filter((run) => run.length > 1)
    .map((run) => run.map((point, index) => `${index === 0 ? "M" : "L"}${px(point.x)} ${px(point.y)}`).join(""))
    .join("");
}
