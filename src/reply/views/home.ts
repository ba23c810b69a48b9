import type { Verdict } from "#src/model/assessment.ts";
import { button, formButton } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { money } from "#src/reply/money.ts";
import { casesOf100 } from "#src/reply/numbers.ts";
import type { Block, Form, Reply, Span } from "#src/reply/reply.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import { verdictName } from "#src/reply/wording/architecture.ts";

/** One review a person took part in. */
export interface HomeReview {
  shortId: string;
  name: string;
  /** As the platform shows it: "#arch-media". */
  place: string;
  verdict: Verdict;
  /** Verdict before it moved; null: it did not. */
  wasVerdict: Verdict | null;
  usd: number | null;
  confidence: number;
  /** Set once decided. */
  decided: string | null;
  /** Why it wants another look, or what happens next: "load passed 1.8/s", "look again 24 May 2027". */
  note: string;
  lookAgain: boolean;
}

export interface HomeInput {
  reviews: readonly HomeReview[];
  reviewForm: Form;
  pricesAsOf: string;
  llm: "connected" | "none";
}

const SHOWN_MAX = 12;

/** The home page: what wants another look, your reviews, and what is done with your words. */
export function homeReply({ reviews, reviewForm, pricesAsOf, llm }: HomeInput): Reply {
  const again = reviews.filter((review) => review.lookAgain);
  const others = reviews.filter((review) => !review.lookAgain);
  const shown = others.slice(0, SHOWN_MAX);
  const catalog = `catalog ${factDate(pricesAsOf)}`;
  return {
    kind: "detail",
    summary: "Rethink: what will it cost, and what breaks first?",
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [
          strong("Rethink"),
          plain(" answers one question before you build: what will it cost, and what breaks first?"),
        ],
      },
      {
        kind: "actions",
        actions: [
          { ...formButton("Review a workload", null, reviewForm), emphasis: "primary" },
          button("Show an example", "case", null),
        ],
      },
      ...section("Look again", again.slice(0, SHOWN_MAX)),
      { kind: "heading", text: "Your reviews" },
      ...(reviews.length === 0 ? [noneYet()] : shown.map(reviewBlock)),
      ...(others.length > shown.length
        ? [small(`${others.length - shown.length} older ones: ask for them by id in their channel.`)]
        : []),
      { kind: "divider" },
      small(
        reviews.length === 0
          ? `Prices: ${catalog}.`
          : `You see reviews you took part in, nobody else's. Prices: ${catalog}. ${readBy(llm)}`,
      ),
      ...(reviews.length === 0
        ? []
        : [
            {
              kind: "actions",
              actions: [
                button("Help", "help", null),
                button("Forget my data", "forget", null, { scope: "everywhere" }),
              ],
            } as const,
          ]),
    ],
  };
}

function readBy(llm: HomeInput["llm"]): string {
  return llm === "none"
    ? "Text is read by the parser only; no language model is connected."
    : "Text may be read by the language model connected here; figures never come from it.";
}

function section(title: string, reviews: readonly HomeReview[]): Block[] {
  return reviews.length === 0 ? [] : [{ kind: "heading", text: title }, ...reviews.map(reviewBlock)];
}

function noneYet(): Block {
  return {
    kind: "paragraph",
    spans: [plain("None yet. In any channel, type "), code("/rethink"), plain(" and say what you want to build.")],
  };
}

function small(text: string): Block {
  return { kind: "context", spans: [plain(text)] };
}

function reviewBlock(review: HomeReview): Block {
  const spans: Span[] = [strong(oneLine(review.name, 60) || review.shortId), plain(`  ${standing(review)}`)];
  const note = oneLine(review.note, 100);
  return {
    kind: "line-with-action",
    spans,
    consequence: [plain(`${oneLine(review.place, 60)}${note === "" ? "" : ` · ${note}`}`)],
    action: {
      ...button("Open", "review", review.shortId, { show: "card" }),
      accessibilityLabel: `Open: ${oneLine(review.name, 50) || review.shortId}`,
    },
  };
}

function standing({ decided, verdict, wasVerdict, usd, confidence }: HomeReview): string {
  const cost = usd === null ? "" : `, ${money(usd)} a month`;
  if (decided !== null) return `decided: ${oneLine(decided, 60)}${cost}`;
  if (wasVerdict !== null && wasVerdict !== verdict) return `${verdictName(verdict)}, was ${verdictName(wasVerdict)}`;
  return `open: ${verdictName(verdict)}${cost}, ${casesOf100(confidence)}`;
}
