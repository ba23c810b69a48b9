import { wordSet } from "#src/understand/word-set.ts";

/** Keys that say what the figures below them measure; other keys only group ("function:", "traffic:"). */
const measuring = wordSet(
  "rps tps qps rpm rate throughput requests req load duration latency memory mem ram ms mb gb peak growth",
);
/** Deepest nesting and most lines written out: a description has a handful. */
const deepest = 6;
const mostLines = 200;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function prefixed(parent: string, key: string): string {
  return measuring.has(parent.toLowerCase()) ? `${parent} ${key}` : key;
}

function linesOf(value: unknown, key: string, depth: number): string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => itemLines(item, key, depth));
  if (!isObject(value)) return [`${key}: ${String(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => linesOf(inner, prefixed(key, name), depth + 1));
}

/** "ms: 120" and "durationMs: 120" are "120 ms": the unit ends the key. */
function figure(key: string, value: string): string {
  const unit = /(?:^|_|[a-z](?=[A-Z]))(ms|mb|gb|kb|sec|seconds)$/i.exec(key)?.[1];
  return unit === undefined ? `${key}=${value}` : `${value} ${unit.toLowerCase()}`;
}

/** An item of a list is one line, so that its figures stay together: "resize 120 ms 256 mb". */
function itemLines(item: unknown, key: string, depth: number): string[] {
  if (!isObject(item)) return linesOf(item, key, depth + 1);
  const { name, ...rest } = item;
  const figures = Object.entries(rest).map(([field, value]) => figure(field, String(value)));
  return [`${typeof name === "string" ? `${name} ` : ""}${figures.join(" ")}`];
}

/** An object that is no known definition, as lines of `key: value`: what its keys say is read like any list. */
export function asLines(value: unknown): string {
  return linesOf(value, "", 0).slice(0, mostLines).join("\n");
}

const opening = /^( {0,8})([A-Za-z_]{2,20}):[ \t]*$/;

/** "rps:" with "avg: 1200" indented below it becomes "rps avg: 1200"; each line keeps its place. */
export function withOuterKeys(text: string): string {
  if (!text.includes(":\n")) return text;
  let outer: { indent: number; key: string } | null = null;
  const lines = text.split("\n").map((line) => {
    const indent = line.length - line.trimStart().length;
    const opens = opening.exec(line);
    if (opens !== null) {
      outer = { indent, key: opens[2] ?? "" };
      return line;
    }
    if (outer === null || indent <= outer.indent) {
      outer = null;
      return line;
    }
    const key = /^\s*([A-Za-z_]{2,20}):/.exec(line)?.[1];
    return key === undefined ? line : line.replace(key, prefixed(outer.key, key));
  });
  return lines.join("\n");
}
