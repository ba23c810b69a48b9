import type { Assessment, Family, Flip } from "#src/model/assessment.ts";
import { button, showEveryone } from "#src/reply/actions.ts";
import { roundSignificant } from "#src/reply/digits.ts";
import { money } from "#src/reply/money.ts";
import type { Block, Reply, Span, TableRow } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import {
  aFamily,
  anArchitecture,
  cheapestOf,
  familyLabel,
  familyOf,
  verdictName,
} from "#src/reply/wording/architecture.ts";
import { pathLabel } from "#src/reply/wording/path-label.ts";
import { reasonWords } from "#src/reply/wording/reason.ts";
import { isPriced, preferredOf } from "./estimates.ts";
import type { DetailInput } from "./view-input.ts";

/** What would have to be true for another option, the counter-case, and what does not matter. */
export function flipsReply({ review, assessment, audience }: DetailInput): Reply {
  const within = assessment.flips.filter((flip) => flip.flipsAt !== null);
  const title = "What would have to be true for another option";
  return {
    kind: "detail",
    summary: within.length === 0 ? "No single change within reach gives another verdict." : `${title} to win.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      ...(within.length === 0
        ? [{ kind: "paragraph", spans: [plain("No single change within reach gives another verdict.")] } as const]
        : [table(within, assessment)]),
      ...outOfReach(assessment),
      ...counterCase(assessment),
      {
        kind: "actions",
        actions: [
          button("Break-even chart", "break-even", review.shortId),
          ...(audience === "asker" ? [showEveryone("flips", review.shortId)] : []),
        ],
      },
      {
        kind: "context",
        spans: [
          plain(
            "Each line changes one thing and keeps the rest. To win, containers must also save what running them is taken to cost; where the bare costs cross is in break-even.",
          ),
        ],
      },
    ],
  };
}

function table(flips: readonly Flip[], assessment: Assessment): Block {
  const verdicts = [...new Set(flips.map((flip) => flip.verdict))];
  const [only] = verdicts;
  const heading = verdicts.length === 1 ? resultHeading(only ?? null, assessment) : "Another verdict if";
  return {
    kind: "table",
    columns: [
      { label: heading, align: "left" },
      { label: "Today", align: "right" },
      ...(verdicts.length === 1 ? [] : [{ label: "Then", align: "left" as const }]),
    ],
    rows: flips.map((flip) => row(flip, assessment, verdicts.length > 1)),
    figureColumn: 1,
  };
}

function resultHeading(verdict: Flip["verdict"], assessment: Assessment): string {
  if (verdict === null || verdict === "too-close-to-call" || verdict === "out-of-scope") {
    return verdict === "too-close-to-call" ? "Too close to call if" : "Another verdict if";
  }
  return `${capital(familyName(verdict, assessment))} wins if`;
}

function familyName(family: Family, assessment: Assessment): string {
  const cheapest = cheapestOf(assessment.estimates, family);
  return family === "serverless" && cheapest !== null ? anArchitecture(cheapest.architecture) : aFamily(family);
}

function row(flip: Flip, assessment: Assessment, showsVerdict: boolean): TableRow {
  const label = pathLabel(flip.path, assessment.workload);
  return {
    cells: [
      [plain(condition(flip, assessment))],
      [plain(label.value(flip.current))],
      ...(showsVerdict ? [[plain(flip.verdict === null ? "–" : verdictName(flip.verdict))]] : []),
    ],
    emphasized: false,
  };
}

/** Fields of which there is no half. */
const countedWhole = /^(?:environments|container\.(?:minTasks|instanceCount))$/;

/** Two digits are all a computed value can claim; things that are counted whole stay whole. */
function threshold(path: string, flipsAt: number, side: "below" | "above"): number {
  if (countedWhole.test(path)) return side === "above" ? Math.floor(flipsAt) : Math.ceil(flipsAt);
  return roundSignificant(flipsAt, 2);
}

/** "containers are under 40% busy": which side of the value, from where it stands today. */
function condition(flip: Flip, assessment: Assessment): string {
  const label = pathLabel(flip.path, assessment.workload);
  if (typeof flip.flipsAt === "number" && typeof flip.current === "number") {
    const side = flip.flipsAt < flip.current ? "below" : "above";
    return label.condition(side, threshold(flip.path, flip.flipsAt, side));
  }
  return `${label.label.charAt(0).toLowerCase()}${label.label.slice(1)} is ${label.value(flip.flipsAt)}`;
}

function outOfReach(assessment: Assessment): Block[] {
  const names = assessment.flips
    .filter((flip) => flip.flipsAt === null)
    .map((flip) => pathLabel(flip.path, assessment.workload).label);
  const distinct = [...new Set(names)].map((name, position) =>
    position === 0 || !/^[A-Z][a-z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),
  );
  if (distinct.length === 0) return [];
  const shown = distinct.slice(0, 6).join(", ") + (distinct.length > 6 ? ` and ${distinct.length - 6} more` : "");
  return [
    {
      kind: "paragraph",
      spans: [strong("Not within reach: "), plain(`${shown}. No value in range changes the verdict.`)],
    },
  ];
}

/** The strongest figures for the side that does not win. */
function counterCase(assessment: Assessment): Block[] {
  const preferred = preferredOf(assessment);
  if (!isPriced(preferred)) return [];
  const own = familyOf(preferred.architecture);
  const rival = (["serverless", "monolith", "hybrid"] as const)
    .filter((family) => family !== own)
    .flatMap((family) => cheapestOf(assessment.estimates, family) ?? [])
    .toSorted((a, b) => a.monthlyUsd.point - b.monthlyUsd.point)[0];
  const arguments_ = assessment.recommendation.counterCase.map((reason) =>
    reasonWords(reason, assessment.workload.unitOfWork),
  );
  if (rival === undefined && arguments_.length === 0) return [];
  const name = rival === undefined ? "the other side" : anArchitecture(rival.architecture);
  const more = rival === undefined ? 0 : rival.monthlyUsd.point - preferred.monthlyUsd.point;
  const price =
    rival === undefined
      ? ""
      : more > 0
        ? ` It costs ${money(more)} a month more. You know how many hours that buys.`
        : ` It costs ${money(-more, "down")} a month less; ${familyLabel(own).toLowerCase()} has less to run.`;
  const spans: Span[] = [
    strong(`The case for ${name}.`),
    plain(` ${nature(rival === undefined ? null : familyOf(rival.architecture))}${arguments_.join(" ")}${price}`),
  ];
  return [{ kind: "paragraph", spans }];
}

/** What speaks for a family whatever the figures say. */
function nature(family: Family | null): string {
  switch (family) {
    case "serverless":
      return "No hosts or scaling to run, and the bill falls to zero with the traffic. ";
    case "monolith":
      return "One thing to deploy and debug, no cold starts, and a bill that grows slower than the traffic. ";
    case "hybrid":
      return "The hot part stops paying by the call while the rest stays serverless. ";
    case null:
      return "";
  }
}
