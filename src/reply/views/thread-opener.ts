import type { Assessment, Driver, Flip } from "#src/model/assessment.ts";
import { button } from "#src/reply/actions.ts";
import { roundSignificant } from "#src/reply/digits.ts";
import { money } from "#src/reply/money.ts";
import type { Action, Block, Reply, Span } from "#src/reply/reply.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import { largestItem } from "#src/reply/wording/bill-item.ts";
import { type PathLabel, pathLabel } from "#src/reply/wording/path-label.ts";
import { decidingPath } from "./card/settling-question.ts";
import { describedOf, isPriced, preferredOf } from "./estimates.ts";

export interface ThreadOpenerInput {
  review: { shortId: string | null };
  assessment: Assessment;
  /** How the bot is addressed in a thread: "@Rethink ", or "" where every message reaches it. */
  mention: string;
}

/** First message of a review's thread: at most one question, and what people can say here. */
export function threadOpener({ review, assessment, mention }: ThreadOpenerInput): Reply {
  const path = decidingPath(assessment);
  const asked = path === null ? null : pathLabel(path, assessment.workload).asked;
  return {
    kind: "notice",
    summary: asked === null ? "Ask, correct and disagree here." : `One answer could change the verdict: ${asked}`,
    accent: "none",
    blocks: [
      ...(path === null || asked === null ? [] : questionBlocks(path, asked, assessment, review.shortId)),
      { kind: "context", spans: exampleSpans(assessment, mention) },
    ],
  };
}

function questionBlocks(path: string, asked: string, assessment: Assessment, review: string | null): Block[] {
  const answers = answerButtons(path, assessment, review);
  const spans: Span[] = [strong("One answer could change the verdict:"), plain(` ${asked}`)];
  return [
    { kind: "paragraph", spans },
    ...(answers.length === 0 ? [] : [{ kind: "actions", actions: answers } as const]),
  ];
}

/** Up to three answers as buttons, on both sides of the value at which the verdict changes. */
function answerButtons(path: string, assessment: Assessment, review: string | null): Action[] {
  const driver = assessment.drivers.find((entry) => entry.path === path);
  if (driver === undefined || !(driver.low < driver.high)) return [];
  const label = pathLabel(path, assessment.workload);
  const flip = assessment.flips.find((entry) => entry.path === path);
  return choicesOf(driver, flip, label).map(({ text, value }) =>
    button(text, "whatif", review, { path, value: String(value) }),
  );
}

interface Choice {
  text: string;
  value: number;
}

function choicesOf(driver: Driver, flip: Flip | undefined, label: PathLabel): Choice[] {
  const { low, typical, high } = driver;
  const at = typeof flip?.flipsAt === "number" && flip.flipsAt > low && flip.flipsAt < high ? flip.flipsAt : null;
  const choices =
    at === null
      ? [low, typical, high].map((value) => ({ text: about(value, label), value: tidy(value) }))
      : at <= typical
        ? [
            { text: `Under ${label.value(tidy(at))}`, value: tidy((low + at) / 2) },
            ...between(at, typical, label),
            { text: `${label.value(tidy(typical))} or more`, value: tidy(typical) },
          ]
        : [
            { text: `${label.value(tidy(typical))} or less`, value: tidy(typical) },
            ...between(typical, at, label),
            { text: `Over ${label.value(tidy(at))}`, value: tidy((at + high) / 2) },
          ];
  return choices.filter((choice, position) => choices.findIndex((other) => other.text === choice.text) === position);
}

/** Nobody has about no gateways. */
function about(value: number, label: PathLabel): string {
  return value === 0 ? label.value(0) : `About ${label.value(tidy(value))}`;
}

function between(from: number, to: number, label: PathLabel): Choice[] {
  const round = roundSignificant((from + to) / 2, 1);
  const middle = round > from && round < to ? round : tidy((from + to) / 2);
  return middle > from && middle < to ? [{ text: `About ${label.value(middle)}`, value: middle }] : [];
}

function tidy(value: number): number {
  return roundSignificant(value, 2);
}

function exampleSpans(assessment: Assessment, mention: string): Span[] {
  const figure = largestFigure(assessment);
  const examples = [
    "what if traffic doubles?",
    "no, 200 a minute",
    ...(figure === null ? ["why?"] : [`why ${figure}?`]),
  ];
  return [
    plain("Ask, correct and disagree here: "),
    ...examples.flatMap((example, position) => [
      ...(position === 0 ? [] : [plain(" · ")]),
      code(`${mention}${example}`),
    ]),
  ];
}

function largestFigure(assessment: Assessment): string | null {
  // A figure to ask about is one that the card shows.
  if (assessment.recommendation.verdict === "out-of-scope") return null;
  const estimate = [describedOf(assessment), preferredOf(assessment)].find(isPriced) ?? null;
  const item = estimate === null ? null : largestItem(estimate);
  return item === null || item.costUsd < 1 ? null : money(item.costUsd);
}
