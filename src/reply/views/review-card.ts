import type { Assessment } from "#src/model/assessment.ts";
import { button, formButton } from "#src/reply/actions.ts";
import { breakEvenChart } from "#src/reply/chart.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { percent } from "#src/reply/numbers.ts";
import type { Accent, Action, Block, Reply, Span } from "#src/reply/reply.ts";
import { person, plain } from "#src/reply/spans.ts";
import { modelNoteWords } from "#src/reply/wording/notes.ts";
import { assumptionLines } from "./card/assumption-lines.ts";
import { driverSpans } from "./card/drivers.ts";
import { firstLimitSpans } from "./card/first-limit.ts";
import { footerSpans } from "./card/footer.ts";
import { optionTable } from "./card/option-table.ts";
import { referenceSpans } from "./card/reference-lines.ts";
import { tieSpans } from "./card/tie-lines.ts";
import { headline } from "./card/verdict.ts";
import { describedOf, holdsTo, rowsInOrder, tightestLimit } from "./estimates.ts";
import { decideForm } from "./forms.ts";
import type { CardReview, ReviewCardInput } from "./view-input.ts";

/** Two lines of a phone or a terminal. */
const SAID_MAX = 160;

/** The review card: one screen, what matters first, the rest behind buttons. */
export function reviewCard(input: ReviewCardInput): Reply {
  const { review, assessment } = input;
  const title = headline(assessment);
  return {
    kind: "review",
    summary: cardSummary(title, assessment),
    accent: accentOf(assessment),
    blocks: [
      ...context(askedSpans(review)),
      { kind: "headline", text: title },
      ...paragraph(driverSpans(assessment)),
      ...(assessment.recommendation.verdict === "out-of-scope" ? [] : figures(input)),
      ...context(noteSpans(input)),
      { kind: "actions", actions: cardActions(assessment, review.shortId) },
      { kind: "context", spans: footerSpans(input) },
    ],
  };
}

function figures({ review, assessment }: ReviewCardInput): Block[] {
  const chart = breakEvenChart(assessment, "card");
  return [
    ...paragraph(firstLimitSpans(assessment)),
    ...(rowsInOrder(assessment).length === 0 ? [] : [optionTable(assessment)]),
    ...context(tieSpans(assessment)),
    ...(chart === null ? [] : [{ kind: "chart", chart } as const]),
    ...assumptionLines(assessment, review.shortId),
    ...context(referenceSpans(assessment.referenceCase)),
  ];
}

function cardSummary(title: string, assessment: Assessment): string {
  const described = describedOf(assessment);
  const tightest = described?.feasible === true ? tightestLimit(described) : null;
  const share = tightest === null ? null : holdsTo(tightest);
  if (share === null || share >= 1) return `${title}.`;
  return `${title}. As described it stops at ${percent(share)} of your peak.`;
}

/** Who asked what; after a decision, who decided what. */
function askedSpans({ askedBy, said, decision }: CardReview): Span[] {
  if (decision !== undefined) {
    return [
      plain(`Decided: ${oneLine(decision.choiceText, 80)}, by `),
      person(decision.by.id, oneLine(decision.by.name, 60)),
    ];
  }
  const words = oneLine(said, SAID_MAX);
  if (words === "") return [];
  return askedBy === null
    ? [plain(`Asked: ${words}`)]
    : [person(askedBy.id, oneLine(askedBy.name, 60)), plain(` asked: ${words}`)];
}

function noteSpans({ assessment, notes }: ReviewCardInput): Span[] {
  const shown = assessment.notes.filter((note) => note.code !== "out-of-scope").map(modelNoteWords);
  const all = [...notes.map((note) => oneLine(note, 200)), ...shown].filter((note) => note !== "");
  return all.length === 0 ? [] : [plain(all.slice(0, 4).join("\n"))];
}

function cardActions(assessment: Assessment, review: string | null): Action[] {
  if (assessment.estimates.length === 0) return [button("Assumptions", "assumptions", review)];
  return [
    button("Assumptions", "assumptions", review),
    button("Limits", "limits", review),
    button("Breakdown", "breakdown", review),
    button("What flips it", "flips", review),
    formButton("Decide", review, decideForm(assessment, review)),
  ];
}

export function accentOf({ recommendation }: Assessment): Accent {
  switch (recommendation.verdict) {
    case "serverless":
    case "monolith":
    case "hybrid":
      return recommendation.verdict;
    case "too-close-to-call":
      return "close";
    case "out-of-scope":
      return "none";
  }
}

function context(spans: readonly Span[]): Block[] {
  return spans.length === 0 ? [] : [{ kind: "context", spans }];
}

function paragraph(spans: readonly Span[]): Block[] {
  return spans.length === 0 ? [] : [{ kind: "paragraph", spans }];
}
