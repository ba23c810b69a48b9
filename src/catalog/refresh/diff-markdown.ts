import type { Tier } from "#src/model/catalog.ts";
import type { PriceOutcome } from "./compare.ts";
import type { Refresh } from "./refresh.ts";

/** Beyond this a change is more often a misread unit than a new price. */
const LARGE_CHANGE = 0.5;

/** The diff of a refresh, for a person to read before it is taken over. */
export function diffMarkdown({ oldDate, date, offers, comparison }: Refresh): string {
  const { outcomes, unmatched, notRefreshed } = comparison;
  const of = <Kind extends PriceOutcome["kind"]>(kind: Kind) =>
    outcomes.filter((outcome): outcome is Extract<PriceOutcome, { kind: Kind }> => outcome.kind === kind);
  const unchanged = of("unchanged").length;
  const sections = [
    `# Prices of ${date} against those of ${oldDate}`,
    `${of("changed").length} changed, ${of("added").length} new, ${of("vanished").length} vanished, ${unchanged} unchanged.`,
    table(
      "Changed",
      ["Id", "Region", "From", "Old USD", "New USD", "Change", "Since", "Unit listed"],
      [...of("changed").flatMap((outcome) => changeRows(outcome))],
    ),
    table(
      "New",
      ["Id", "Region", "From", "USD", "Since", "Unit listed"],
      [
        ...of("added").flatMap(({ priceId, region, price }) =>
          price.tiers.map((tier, index) => [
            priceId,
            region,
            amount(price.tiers[index - 1]?.upTo ?? 0),
            amount(tier.unitPriceUsd),
            price.effectiveDate,
            price.unit,
          ]),
        ),
      ],
    ),
    table("Vanished: the old row stays", ["Id", "Region", "Why"], of("vanished").map(reasonRow)),
    table("Unclear: the old row stays", ["Id", "Region", "Why"], of("unclear").map(reasonRow)),
    table(
      "Filters that fit nothing: the old rows stay",
      ["Filter", "Offer"],
      unmatched.map(({ filterKey, offer }) => [filterKey, offer]),
    ),
    table(
      "Not refreshed: no filter looks for them",
      ["Id", "Rows"],
      notRefreshed.map(({ priceId, rows }) => [priceId, String(rows)]),
    ),
    table(
      "Read",
      ["Offer", "Version", "Published", "Regions"],
      offers.map(({ offer, version, publicationDate, regions }) => [
        offer,
        version,
        publicationDate,
        regions.join(", "),
      ]),
    ),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function reasonRow({ priceId, region, reason }: { priceId: string; region: string; reason: string }): string[] {
  return [priceId, region, reason];
}

/** One row for each amount from which the old or the new price differs. */
function changeRows({ priceId, region, oldTiers, price }: Extract<PriceOutcome, { kind: "changed" }>): string[][] {
  const starts = [...new Set([...startsOf(oldTiers), ...startsOf(price.tiers)])].sort((a, b) => a - b);
  return starts.flatMap((start) => {
    const before = priceAt(oldTiers, start);
    const after = priceAt(price.tiers, start);
    if (before === after) return [];
    const change = changeText(before, after);
    return [[priceId, region, amount(start), amount(before), amount(after), change, price.effectiveDate, price.unit]];
  });
}

function startsOf(tiers: readonly Tier[]): number[] {
  return tiers.map((_tier, index) => tiers[index - 1]?.upTo ?? 0);
}

/** Unit price of the amount just above `start`. */
function priceAt(tiers: readonly Tier[], start: number): number {
  return tiers.find((tier) => tier.upTo === null || tier.upTo > start)?.unitPriceUsd ?? 0;
}

function changeText(before: number, after: number): string {
  if (before === 0) return "was free";
  const share = (after - before) / before;
  const text = `${share > 0 ? "+" : ""}${(share * 100).toFixed(2)} %`;
  return Math.abs(share) > LARGE_CHANGE ? `${text}, check the unit` : text;
}

/** All digits, no exponent: 0.0000166667, 6000000000. */
function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 15, useGrouping: false });
}

function table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [`## ${title}`, "", line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
