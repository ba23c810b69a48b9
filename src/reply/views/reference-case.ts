import type { ReferenceComparison, ReferenceFact } from "#src/model/assessment.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { money } from "#src/reply/money.ts";
import { percent } from "#src/reply/numbers.ts";
import type { Block, Reply, Span, TableRow } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { tuningWhat } from "#src/reply/wording/tuning.ts";
import { referenceName, referenceSpans } from "./card/reference-lines.ts";

export interface ReferenceCaseInput {
  reference: ReferenceComparison;
  catalog: { pricesAsOf: string };
  /** Short id of the review it is compared with; null: the case on its own. */
  review: string | null;
}

/** The reference case: what was published and what we rebuilt, visibly apart, and where the saving came from. */
export function referenceCaseReply({ reference, catalog, review }: ReferenceCaseInput): Reply {
  const { reconstruction: rebuilt } = reference;
  const name = referenceName(reference.name);
  const saving = percent(rebuilt.saving);
  return {
    kind: "detail",
    summary: `${name}: in our reconstruction one process saves ${saving}, and most of that is tuning.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: `${name}: serverless to one process, ${saving} saved in our reconstruction` },
      { kind: "heading", text: "What was published" },
      { kind: "list", items: published(reference.facts) },
      { kind: "context", spans: [plain(sourceList(reference.facts))] },
      { kind: "heading", text: "What we rebuilt, not published by anyone" },
      { kind: "list", items: rebuilt.inputs.map(ours) },
      { kind: "paragraph", spans: rebuiltSpans(reference) },
      table(reference),
      { kind: "paragraph", spans: lesson(reference) },
      ...(review === null || reference.like.length + reference.unlike.length === 0
        ? []
        : [
            { kind: "heading", text: "Your workload beside it" } as const,
            { kind: "paragraph", spans: referenceSpans(reference) } as const,
          ]),
      { kind: "heading", text: "What it means for a design" },
      { kind: "list", items: lessons() },
      ...(review === null
        ? []
        : [
            {
              kind: "actions",
              actions: [button("Limits", "limits", review), button("Breakdown", "breakdown", review)],
            } as const,
          ]),
      {
        kind: "context",
        spans: [
          plain(
            `Reconstruction run through the same model: prices of ${factDate(catalog.pricesAsOf)}, quotas as of ${factDate(rebuilt.quotasAsOf)}.`,
          ),
        ],
      },
    ],
  };
}

function published(all: readonly ReferenceFact[]): Span[][] {
  return all.map((fact) => [plain(percentSigns(oneLine(fact.text, 300)))]);
}

function ours(text: string): Span[] {
  return [strong("Ours: "), plain(percentSigns(oneLine(text, 300)))];
}

/** Percentages are written without a space everywhere people read. */
function percentSigns(text: string): string {
  return text.replace(/(\d) %/g, "$1%");
}

function sourceList(all: readonly ReferenceFact[]): string {
  const names = [...new Set(all.map((fact) => oneLine(fact.source, 200)))];
  return names.length === 0 ? "No published source." : `Published by: ${names.join("; ")}`;
}

function rebuiltSpans({ reconstruction }: ReferenceComparison): Span[] {
  const order = reconstruction.costOrder.slice(0, 3).map((entry) => `${entry.group} ${money(entry.costUsd)}`);
  const wall =
    reconstruction.bindingQuota === null
      ? [plain("No quota stops it.")]
      : [
          plain("It stops at "),
          strong(`${percent(reconstruction.supportedShare)} of the planned load`),
          plain(` (${quotaTitle(reconstruction.bindingQuota)}).`),
        ];
  return [...wall, plain(order.length === 0 ? "" : ` Order of cost: ${order.join(", ")}.`)];
}

/** As described, each tuning alone, and the monolith: so that people see where the saving came from. */
function table({ reconstruction }: ReferenceComparison): Block {
  const row = (cells: [string, string, string], emphasized: boolean): TableRow => ({
    cells: cells.map((cell) => [emphasized ? strong(cell) : plain(cell)]),
    emphasized,
  });
  return {
    kind: "table",
    columns: [
      { label: "Our reconstruction", align: "left" },
      { label: "A month", align: "right" },
      { label: "Saves", align: "right" },
    ],
    rows: [
      row(["As described", money(reconstruction.asDescribedUsd), "–"], false),
      ...reconstruction.tunings.map((entry) =>
        row([`Still serverless: ${tuningWhat(entry.tuning)}`, money(entry.monthlyUsd), percent(entry.saving)], false),
      ),
      row(["One process on EC2", money(reconstruction.monolithUsd), percent(reconstruction.saving)], true),
    ],
    figureColumn: 1,
  };
}

function lesson({ reconstruction }: ReferenceComparison): Span[] {
  const best = reconstruction.tunings.toSorted((a, b) => b.saving - a.saving)[0];
  if (best === undefined) return [plain("Nothing cheaper stays serverless here.")];
  const after = best.monthlyUsd > 0 ? 1 - reconstruction.monolithUsd / best.monthlyUsd : 0;
  const rest =
    after > 0
      ? `, and leaving Lambda after that saves another ${percent(after)} of what is left.`
      : ", and leaving Lambda after that saves nothing more.";
  return [
    strong("Where it came from: "),
    plain(`${tuningWhat(best.tuning)} alone saves `),
    strong(percent(best.saving)),
    plain(rest),
  ];
}

/** The case's three lessons, as what they mean for a design on the table. */
function lessons(): Span[][] {
  return [
    [strong("Serverless first, not always: "), plain("try the tuned form before leaving it.")],
    [strong("One size does not fit all: "), plain("compare your own drivers with the case, not its headline.")],
    [strong("Build iteratively: "), plain("record the decision with what should make you look again.")],
  ];
}
