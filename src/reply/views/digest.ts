import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate, forecast } from "#src/reply/dates.ts";
import { money } from "#src/reply/money.ts";
import type { Action, Block, Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";
import { quotaAmount } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import type { DigestInput, DigestReview, NearestLimit } from "./digest-input.ts";
import { digestHeadline, digestReviewSpans } from "./digest-review.ts";

/** A message holds this many reviews with a button each; the rest are named. */
const MOVED_MAX = 8;
const NAMED_MAX = 12;

/** What moved since the last digest, what is near its limit, what is due, and in one line what is quiet. */
export function digestReply(input: DigestInput): Reply {
  if (input.watched === 0) return noReviews(input);
  if (input.moved.length === 0 && input.due.length === 0) return nothingMoved(input);
  const shown = input.moved.slice(0, MOVED_MAX);
  const rest = input.moved.slice(MOVED_MAX);
  const title = `${oneLine(input.title, 60)}: ${digestHeadline(input)}`;
  return {
    kind: "digest",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      ...lateBlock(input),
      ...shown.map((review) => movedBlock(review)),
      ...(rest.length === 0 ? [] : [small([plain(`Moved too: ${names(rest)}.`)])]),
      ...dueBlock(input),
      ...watchBlock(input),
      ...scheduleBlock(input),
    ],
  };
}

function movedBlock(review: DigestReview): Block {
  const [lead, ...more] = digestReviewSpans(review);
  return {
    kind: "line-with-action",
    spans: lead ?? [],
    consequence: more.flatMap((line, position) => (position === 0 ? line : [plain("\n"), ...line])),
    action: openAction(review),
  };
}

function lateBlock({ lateSince }: DigestInput): Block[] {
  return lateSince === undefined
    ? []
    : [
        small([
          plain(`Late: due ${oneLine(lateSince, 60)}, when Rethink was not running. Others it missed are left out.`),
        ]),
      ];
}

function openAction({ shortId, name, fired, before, after }: DigestReview): Action {
  const again = fired.length > 0 || before.verdict !== after.verdict;
  const label = again ? "Look again" : "Open";
  return {
    ...button(label, "review", shortId, { show: "card" }),
    accessibilityLabel: `${label}: ${oneLine(name, 50)}`,
  };
}

function names(reviews: readonly { name: string; shortId: string }[]): string {
  const shown = reviews.slice(0, NAMED_MAX).map(({ name, shortId }) => oneLine(name, 40) || shortId);
  return shown.join(", ") + (reviews.length > NAMED_MAX ? ` and ${reviews.length - NAMED_MAX} more` : "");
}

function small(spans: readonly Span[]): Block {
  return { kind: "context", spans };
}

function dueBlock({ due }: DigestInput): Block[] {
  if (due.length === 0) return [];
  const shown = due.slice(0, 5).map((entry) => `${oneLine(entry.name, 40) || entry.shortId} (${factDate(entry.date)})`);
  const rest = due.length > 5 ? ` and ${due.length - 5} more` : "";
  return [{ kind: "paragraph", spans: [strong("Due for another look: "), plain(`${shown.join(", ")}${rest}`)] }];
}

/** The nearest limit, what did not change, and the total, as small print. */
function watchBlock(
  input: Pick<DigestInput, "nearestLimit" | "nextLimits" | "quiet" | "unassessed" | "totalUsd" | "today">,
): Block[] {
  const { unassessed = [] } = input;
  const lines: Span[][] = [
    ...(input.nearestLimit === null
      ? []
      : [[strong("Nearest limit: "), plain(limitText(input.nearestLimit, input.today))]]),
    ...(input.nextLimits === undefined || input.nextLimits.length === 0
      ? []
      : [[strong("Then: "), plain(input.nextLimits.map((limit) => limitText(limit, input.today)).join(" · "))]]),
    ...(input.quiet.length === 0 ? [] : [[strong("No change: "), plain(quietText(input))]]),
    ...(unassessed.length === 0
      ? []
      : [[strong("Can't be worked out any more: "), plain(`${names(unassessed)}. Open it to see why.`)]]),
    ...(input.totalUsd === null
      ? []
      : [[strong("All together: "), plain(`${money(input.totalUsd)} a month at today's point of their growth`)]]),
  ];
  return lines.length === 0
    ? []
    : [small(lines.flatMap((line, position) => (position === 0 ? line : [plain("\n"), ...line])))];
}

function limitText(limit: NearestLimit, today: string): string {
  const name = oneLine(limit.name, 40) || limit.shortId;
  const title = quotaTitle(limit.quota).replace(", ", " ");
  const whose = limit.stated ? "your " : "";
  const use = `${quotaAmount(limit.demand, limit.unit, "up")} of ${whose}${quotaAmount(limit.applied, limit.unit, "nearest")} ${title}`;
  if (limit.demand >= limit.applied) return `${name}, ${use}, passed`;
  return limit.monthsAway === null
    ? `${name}, ${use}`
    : `${name}, ${use}, full in ${forecast(today, limit.monthsAway)}`;
}

function quietText({ quiet }: Pick<DigestInput, "quiet">): string {
  const shown = quiet
    .slice(0, NAMED_MAX)
    .map(({ name, shortId, usd }) => `${oneLine(name, 40) || shortId}${usd === null ? "" : ` ${money(usd)}`}`);
  return shown.join(" · ") + (quiet.length > NAMED_MAX ? ` and ${quiet.length - NAMED_MAX} more` : "");
}

function scheduleBlock({ schedule, bar }: DigestInput): Block[] {
  if (schedule === null) return [];
  const mode = modeWords(schedule, bar === undefined ? "" : ` by ${bar}`);
  const by: Span[] =
    schedule.setBy === null ? [] : [plain(" · set by "), person(schedule.setBy.id, oneLine(schedule.setBy.name, 60))];
  return [
    small([
      plain(`${oneLine(schedule.words, 80)}, ${mode}`),
      ...by,
      plain(" · stop with "),
      code("/rethink digest pause"),
    ]),
  ];
}

function modeWords({ always, onlyFlips = false }: NonNullable<DigestInput["schedule"]>, by: string): string {
  if (always) return "always";
  return onlyFlips ? "only when a verdict changes" : `only when something moves${by}`;
}

function nothingMoved(input: DigestInput): Reply {
  const since = input.since === null ? "" : ` since ${shortDate(input.since, input.today)}`;
  const watched = `${input.watched} ${input.watched === 1 ? "review" : "reviews"} watched`;
  const nearest = input.nearestLimit;
  const limit =
    nearest === null || nearest.monthsAway === null
      ? ""
      : `, nearest limit ${forecast(input.today, nearest.monthsAway)} (${oneLine(nearest.name, 40) || nearest.shortId})`;
  const bar = input.bar === undefined ? "" : ` by ${input.bar}`;
  const text = `Nothing moved${bar}${since}. ${watched}${limit}.`;
  return {
    kind: "digest",
    summary: text,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [plain(text)] },
      ...lateBlock(input),
      // The nearest limit stands above, where growth reaches one.
      ...watchBlock(limit === "" ? input : { ...input, nearestLimit: null, nextLimits: [] }),
      ...scheduleBlock(input),
    ],
  };
}

/** "18 Jan" within the year, "18 Jan 2026" otherwise. */
function shortDate(iso: string, today: string): string {
  const date = factDate(iso);
  return iso.slice(0, 4) === today.slice(0, 4) ? date.replace(/ \d{4}$/, "") : date;
}

function noReviews(input: DigestInput): Reply {
  const text = "No reviews in this channel yet.";
  return {
    kind: "digest",
    summary: text,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [plain(`${text} `), code("/rethink"), plain(" starts one.")] },
      ...scheduleBlock(input),
    ],
  };
}
