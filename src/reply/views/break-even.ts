import type { Assessment } from "#src/model/assessment.ts";
import { button, showEveryone } from "#src/reply/actions.ts";
import { breakEvenChart } from "#src/reply/chart.ts";
import { money } from "#src/reply/money.ts";
import { percent } from "#src/reply/numbers.ts";
import { computedRate } from "#src/reply/rates.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";
import { aFamily, architectureLabel, architectureName } from "#src/reply/wording/architecture.ts";
import { counted, noun } from "#src/reply/wording/unit-of-work.ts";
import { rowsInOrder } from "./estimates.ts";
import type { DetailInput } from "./view-input.ts";

/** The whole chart, every load at which the cheapest family changes, and the bill at several times the load. */
export function breakEvenReply({ review, assessment, audience }: DetailInput): Reply {
  const chart = breakEvenChart(assessment, "all");
  const sentences = crossings(assessment);
  const title = chart?.title ?? "Break-even";
  return {
    kind: "detail",
    summary: `${title}. ${sentences.join(" ")}`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      { kind: "paragraph", spans: [plain(sentences.join(" ")), ...utilization(assessment)] },
      ...(chart === null ? [] : [{ kind: "chart", chart } as const]),
      ...growthTable(assessment),
      {
        kind: "actions",
        actions: [
          button("What flips it", "flips", review.shortId),
          ...(audience === "asker" ? [showEveryone("break-even", review.shortId)] : []),
        ],
      },
      {
        kind: "context",
        spans: [plain("Costs only; quotas end each line where they bind. One load changes, the rest stays.")],
      },
    ],
  };
}

function crossings({ breakEven, workload, recommendation }: Assessment): string[] {
  const words = noun(workload.unitOfWork);
  if (breakEven.length === 0) {
    const name = recommendation.cheapest === null ? "The same design" : `${architectureLabel(recommendation.cheapest)}`;
    return [`${name} costs least at every load from a thousandth to a thousand times yours.`];
  }
  return breakEven.map(({ ratePerSecond, from, to }) => {
    const { digits, unit } = computedRate(ratePerSecond);
    return `From ${counted(digits, words)} ${unit.words} ${aFamily(to)} costs least, below it ${aFamily(from)}.`;
  });
}

function utilization({ recommendation }: Assessment): Span[] {
  const needed = recommendation.containersWinAboveUtilization;
  if (needed === null || needed >= 1) return [];
  return [
    plain(" At your load containers cost less while their average CPU stays above "),
    strong(percent(needed, "up")),
    plain("."),
  ];
}

/** What each design costs at several times the load. */
function growthTable(assessment: Assessment): Block[] {
  const { growth } = assessment;
  const designs = rowsInOrder(assessment)
    .map((estimate) => estimate.architecture)
    .filter((design) => growth.some((entry) => entry.monthlyUsd[design] !== undefined));
  if (growth.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [
        { label: "Load", align: "right" },
        ...designs.map((design) => ({ label: architectureLabel(design), align: "right" as const })),
        { label: "Costs least", align: "left" },
      ],
      rows: growth.map((entry) => ({
        cells: [
          [plain(`${entry.multiple}×`)],
          ...designs.map((design) => {
            const usd = entry.monthlyUsd[design];
            return [plain(usd === undefined ? "–" : money(usd))];
          }),
          [plain(entry.cheapest === null ? "–" : architectureName(entry.cheapest))],
        ],
        emphasized: entry.multiple === 1,
      })),
      figureColumn: 0,
    },
  ];
}
