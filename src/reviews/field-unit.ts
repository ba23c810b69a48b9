import type { Catalog } from "#src/model/catalog.ts";
import { parsePath } from "#src/model/paths.ts";

/** The unit a number of a field is in. */
export type FieldUnit = "share" | "ms" | "s" | "min" | "h" | "mb" | "kb" | "gb" | "usd" | "rate" | "percent" | "count";

const byName: readonly [RegExp, FieldUnit][] = [
  [/Ms$/, "ms"],
  [/Minutes$/, "min"],
  [/Hours|HoursPerMonth$/, "h"],
  [/Mb$/, "mb"],
  [/Kb$/, "kb"],
  [/Gb/, "gb"],
  [/^ratePerSecond$|PerSecondPerVcpu$/, "rate"],
  [/Fraction$|Utilization$|^growthPerMonth$/, "share"],
  [/Percent$/, "percent"],
];

/** First word of the unit the catalog gives an assumption. */
const byCatalogUnit: Readonly<Record<string, FieldUnit>> = {
  fraction: "share",
  share: "share",
  ms: "ms",
  s: "s",
  min: "min",
  h: "h",
  MB: "mb",
  KB: "kb",
  GB: "gb",
  "GB/month": "gb",
  USD: "usd",
  "USD/month": "usd",
};

/** Unit of a workload field, or of an assumption of the model (`assumptions["container.cpuFloorMs"]`). */
export function fieldUnit(path: string, catalog: Catalog): FieldUnit {
  const segments = parsePath(path.replaceAll(".*.", ".0.")) ?? [];
  const name = String(segments.at(-1) ?? "");
  if (segments[0] === "assumptions") {
    const [unit = ""] = (catalog.assumptions.get(name)?.unit ?? "").split(" ");
    return byCatalogUnit[unit] ?? "count";
  }
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? "count";
}
