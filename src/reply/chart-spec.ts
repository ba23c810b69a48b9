import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";

/** Everything a drawing of "cost of a million units against load" needs, as data: drawn as PNG, native block or text. */
export interface ChartSpec {
  /** The finding: "Above 6 images/s a monolith costs least". */
  title: string;
  subtitle: string;
  /** What one unit is, plural: "images". */
  unitPlural: string;
  lines: readonly ChartLine[];
  /** Ranges of load in which one family costs least, ascending, covering the axis. */
  bands: readonly { fromRatePerSecond: number; toRatePerSecond: number; family: Family | null }[];
  /** `label` is the load in the words of the rest of the reply ("6/s"); without it the chart words it. */
  breakEvens: readonly { ratePerSecond: number; usdPerMillionUnits: number; label?: string }[];
  /** `label` as above: "300/s". */
  you: { ratePerSecond: number; label?: string };
  /** Unit of time of the load axis; without it the one in which a person would say `you`. */
  rateUnit?: "second" | "minute" | "hour" | "day";
  /** Full description for people who do not see the picture: at most 1,000 characters. */
  altText: string;
}

export interface ChartLine {
  architecture: Architecture;
  family: Family;
  label: string;
  points: readonly { ratePerSecond: number; usdPerMillionUnits: number }[];
  /** Where its own quota ends it. */
  wall: { ratePerSecond: number; label: string } | null;
  /** Cost a month at the team's own load, already worded: "$8.4k/mo". */
  atYou: { usdPerMillionUnits: number; label: string } | null;
  /** Thin and dashed: a line that is there for completeness. */
  secondary: boolean;
}
