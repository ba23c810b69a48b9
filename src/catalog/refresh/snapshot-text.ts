import type { RegionRow } from "./old-prices.ts";

/** The text of a price file, one line a row, so that a changed price is a changed line. */
export function priceFileText(file: { service: string; retrievedDate: string }, rows: readonly RegionRow[]): string {
  const head = `  "service": ${JSON.stringify(file.service)},\n  "retrievedDate": ${JSON.stringify(file.retrievedDate)},`;
  return `{\n${head}\n  "rows": [\n${joinLines(linesOf(rows))}\n  ]\n}\n`;
}

/** The text of sources.json. */
export function sourcesFileText(note: string, sources: readonly (readonly [string, unknown])[]): string {
  const lines = sources.map(([key, source]) => `${JSON.stringify(key)}: ${inlineJson(source)}`);
  return `{\n  "note": ${JSON.stringify(note)},\n  "sources": {\n${joinLines(lines)}\n  }\n}\n`;
}

/** Regions of a joint line stay on one line while the rest of it is the same. */
function linesOf(rows: readonly RegionRow[]): string[] {
  const key = (row: RegionRow) => (isJoint(row) ? JSON.stringify(row.rest) : `${row.rest.dimension} ${row.region}`);
  return [...Map.groupBy(rows, key).values()].map((group) => inlineJson(lineOf(group)));
}

function lineOf(group: readonly RegionRow[]): object {
  const [first] = group;
  if (first === undefined) throw new Error("a line without rows");
  const { dimension, unit, ...rest } = first.rest;
  const [tier] = first.tiers;
  if (isJoint(first)) {
    const prices = group.map(({ region, tiers }) => [region, tiers[0]?.unitPriceUsd]);
    return { dimension, unit, unitPricesUsd: Object.fromEntries(prices), ...rest };
  }
  const price = first.tiers.length === 1 ? { unitPriceUsd: tier?.unitPriceUsd } : { tiers: first.tiers };
  return { dimension, region: first.region, unit, ...price, ...rest };
}

function isJoint(row: RegionRow): boolean {
  return row.line === "joint" && row.tiers.length === 1;
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join(",\n");
}

/** JSON on one line, a space after each comma and colon. */
function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${inlineJson(field)}`);
  return `{${fields.join(", ")}}`;
}
