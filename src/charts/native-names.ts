import type { ChartLine } from "#src/reply/chart-spec.ts";

/** Slack's limits, the tightest known: titles and axes 50, names 20 characters, 20 categories, 6 series. */
export const nativeLimits = { title: 50, name: 20, categories: 20, series: 6 };

/** Text in at most `most` characters, cut after a word where that keeps more than half, with an ellipsis. */
export function shortened(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= most) return characters.join("");
  const kept = characters.slice(0, most - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${space * 2 > most ? kept.slice(0, space) : kept.trimEnd()}…`;
}

/** A line's name; where it is too long, without the word for its family: "Serverless as described" is "As described". */
export function shortName(line: ChartLine, most: number): string {
  const label = line.label.replace(/\s+/g, " ").trim();
  if ([...label].length <= most) return label;
  const family = `${line.family} `;
  const rest = label.toLowerCase().startsWith(family) ? label.slice(family.length) : label;
  return shortened(rest.slice(0, 1).toUpperCase() + rest.slice(1), most);
}
