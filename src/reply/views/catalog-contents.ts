import type { CatalogContents, PriceGap } from "#src/model/catalog-contents.ts";
import type { PriceWarning } from "#src/model/pricing/price-warning.ts";
import { factDate } from "#src/reply/dates.ts";
import { count } from "#src/reply/numbers.ts";
import type { Block, Reply, TableRow } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";
import { priceWarningText } from "#src/reply/wording/price-warning.ts";

export interface CatalogContentsInput {
  contents: CatalogContents;
  /** Age and the like. */
  warnings: readonly PriceWarning[];
}

/** What the catalog holds, where it came from, and what it lacks. */
export function catalogContentsReply({ contents, warnings }: CatalogContentsInput): Reply {
  const title = `Prices of ${factDate(contents.pricesAsOf)}, quotas of ${factDate(contents.quotasAsOf)}`;
  return {
    kind: "detail",
    summary: `${title}: ${whole(contents.priceRows)} prices in ${contents.regions.length} regions.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      { kind: "paragraph", spans: [plain(totals(contents))] },
      ...(warnings.length === 0
        ? []
        : [{ kind: "list", items: warnings.map((warning) => [plain(priceWarningText(warning))]) } as const]),
      { kind: "paragraph", spans: [plain(`Regions: ${contents.regions.join(", ")}.`)] },
      coverageTable(contents),
      ...listed("No price in some regions, not even an estimate", contents.gaps.filter(isMissing).map(missingWords)),
      ...listed(
        "Rest on one secondary source, or none",
        contents.unverified.map(({ id, regions }) => `${id}: ${whereWords(regions, contents.regions.length)}`),
      ),
      { kind: "heading", text: "Sources" },
      sourceTable(contents),
    ],
  };
}

function totals(contents: CatalogContents): string {
  return [
    `${whole(contents.priceRows)} prices, ${whole(contents.verifiedRows)} of them from AWS's own lists or two sources`,
    `${whole(contents.ec2Types)} EC2 types`,
    `${whole(contents.quotas)} quotas`,
    `${whole(contents.latencyFacts)} latency facts`,
    `${whole(contents.assumptions)} default assumptions.`,
  ].join(" · ");
}

function coverageTable(contents: CatalogContents): Block {
  const all = contents.regions.length;
  const rows = contents.services.map((service): TableRow => {
    const complete = Object.values(service.byRegion).filter((held) => held === service.dimensions).length;
    const gaps = contents.gaps.filter((gap) => gap.id.startsWith(`${service.service}/`));
    return {
      cells: [
        [plain(service.service)],
        [plain(whole(service.dimensions))],
        [plain(`${complete} of ${all}`)],
        [plain(whole(sum(gaps, (gap) => gap.estimated.length)))],
        [plain(whole(sum(gaps, (gap) => gap.missing.length)))],
      ],
      emphasized: false,
    };
  });
  return {
    kind: "table",
    columns: [
      { label: "Service", align: "left" },
      { label: "Items", align: "right" },
      { label: "Complete in", align: "right" },
      { label: "Estimated", align: "right" },
      { label: "No price", align: "right" },
    ],
    rows,
    figureColumn: 1,
  };
}

function sourceTable(contents: CatalogContents): Block {
  return {
    kind: "table",
    columns: [
      { label: "Prices", align: "right" },
      { label: "Dated", align: "left" },
      { label: "Read from", align: "left" },
    ],
    rows: contents.sources.map((source) => ({
      cells: [[plain(whole(source.rows))], [plain(dated(source))], [plain(source.source)]],
      emphasized: false,
    })),
    figureColumn: 0,
  };
}

function dated({ oldest, newest }: { oldest: string; newest: string }): string {
  return oldest === newest ? factDate(oldest) : `${factDate(oldest)} to ${factDate(newest)}`;
}

function isMissing(gap: PriceGap): boolean {
  return gap.missing.length > 0;
}

function missingWords({ id, missing }: PriceGap): string {
  return `${id}: ${missing.join(", ")}`;
}

function whereWords(regions: readonly string[], all: number): string {
  return regions.length === all ? "every region" : regions.join(", ");
}

function listed(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: title },
    { kind: "list", items: items.map((item) => [plain(item)]) },
  ];
}

function sum(gaps: readonly PriceGap[], of: (gap: PriceGap) => number): number {
  return gaps.reduce((total, gap) => total + of(gap), 0);
}

/** Counts of rows are written out: people compare them with the files. */
function whole(value: number): string {
  return value >= 1e6 ? count(value) : value.toLocaleString("en-US");
}
