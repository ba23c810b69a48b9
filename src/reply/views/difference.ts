import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import type { Change } from "#src/model/change.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { money, moneyChange } from "#src/reply/money.ts";
import { casesOf100, multiple, percent } from "#src/reply/numbers.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { person, plain, strong } from "#src/reply/spans.ts";
import { architectureName, architectureSubject, verdictName } from "#src/reply/wording/architecture.ts";
import { quotaNeed } from "#src/reply/wording/quota.ts";
import type { Author } from "#src/reviews/review.ts";
import { costsLeast } from "./card/verdict.ts";
import { changesInWords } from "./changes-in-words.ts";
import { checkedLoad, describedOf, estimateOf, holdsTo, isPriced, preferredOf, tightestLimit } from "./estimates.ts";
import { accentOf } from "./review-card.ts";

export interface DifferenceInput {
  review: { shortId: string | null; revision: number };
  /** Who made the change. */
  by: Author | null;
  /** Empty for an undo: what differs is then read from the two workloads. */
  changes: readonly Change[];
  before: Assessment;
  after: Assessment;
  /** What was understood in an unexpected way, in words. */
  notes: readonly string[];
}

/** What a change did, in three lines: total, winner, first limit. */
export function differenceReply(input: DifferenceInput): Reply {
  const { before, after, review, by } = input;
  const what = changesInWords(before, after, input.changes);
  const same = sameFigures(before, after);
  const outcome = same ? "No figure changed." : outcomeSentence(before, after);
  const lead: Span[] = what === "" ? [plain(outcome)] : [strong(`${what}.`), plain(` ${outcome}`)];
  const lines = same ? [] : [totalLine(before, after), winnerLine(before, after), limitLine(before, after)];
  const shown = lines.filter((line) => line.length > 0);
  return {
    kind: "difference",
    summary: `${what === "" ? "" : `${what}: `}${outcome}`,
    accent: accentOf(after),
    blocks: [
      { kind: "paragraph", spans: lead },
      ...(shown.length === 0 ? [] : [{ kind: "paragraph", spans: joined(shown) } as const]),
      ...noteBlocks(input.notes),
      {
        kind: "actions",
        actions: [button("Undo", "undo", review.shortId), button("Limits", "limits", review.shortId)],
      },
      { kind: "context", spans: cardSpans(review.revision, by) },
    ],
  };
}

function joined(lines: readonly Span[][]): Span[] {
  return lines.flatMap((line, position) => (position === 0 ? line : [plain("\n"), ...line]));
}

function noteBlocks(notes: readonly string[]): Block[] {
  const text = notes.map((note) => capital(oneLine(note, 200))).join("\n");
  return text === "" ? [] : [{ kind: "context", spans: [plain(text)] }];
}

function cardSpans(revision: number, by: Author | null): Span[] {
  const text = `Card above is now rev ${revision}`;
  return by === null ? [plain(text)] : [plain(`${text}, by `), person(by.id, oneLine(by.name, 60))];
}

function outcomeSentence(before: Assessment, after: Assessment): string {
  const [old, now] = [before.recommendation.verdict, after.recommendation.verdict];
  const preferred = preferredOf(after);
  const least = isPriced(preferred) && costsLeast(after, preferred);
  const isFamily = now === "serverless" || now === "monolith" || now === "hybrid";
  const name = now === "serverless" ? "serverless" : `the ${now}`;
  if (old === now) {
    return isFamily && least ? `${capital(name)} still costs least.` : `Still ${verdictName(now)}.`;
  }
  return isFamily && least ? `Now ${name} costs least.` : `Now ${verdictName(now)}.`;
}

/** "Total $5.4k → $11k a month (+99%) · as described $156k → $312k". */
function totalLine(before: Assessment, after: Assessment): Span[] {
  const [old, now] = [preferredOf(before), preferredOf(after)];
  if (!isPriced(now)) return [strong("Total"), plain(" none: no design can run it now")];
  if (!isPriced(old)) return [strong("Total "), strong(money(now.monthlyUsd.point)), plain(" a month")];
  const change = moneyChange(old.monthlyUsd.point, now.monthlyUsd.point);
  if (old.monthlyUsd.point === now.monthlyUsd.point) {
    return [
      strong("Total"),
      plain(` unchanged: ${money(now.monthlyUsd.point)} a month${describedPart(before, after, now)}`),
    ];
  }
  return [
    strong("Total"),
    plain(` ${money(old.monthlyUsd.point)} → `),
    strong(money(now.monthlyUsd.point)),
    plain(` a month${change === null ? "" : ` (${change})`}${describedPart(before, after, now)}`),
  ];
}

function describedPart(before: Assessment, after: Assessment, preferred: Estimate): string {
  const [old, now] = [describedOf(before), describedOf(after)];
  if (!isPriced(old) || !isPriced(now) || now === preferred) return "";
  return ` · as described ${money(old.monthlyUsd.point)} → ${money(now.monthlyUsd.point)}`;
}

function winnerLine(before: Assessment, after: Assessment): Span[] {
  const [old, now] = [before.recommendation, after.recommendation];
  const cases = `${casesOf100(now.confidence).replace(" of ", " cases in ")}`;
  if (old.verdict === now.verdict) {
    const inside =
      old.preferred === now.preferred || now.preferred === null || old.preferred === null
        ? ""
        : ` (${architectureName(old.preferred)} → ${architectureName(now.preferred)})`;
    return [strong("Winner"), plain(` unchanged: ${verdictName(now.verdict)}${inside}, ${cases}`)];
  }
  return [
    strong("Winner"),
    plain(` ${verdictName(old.verdict)} → `),
    strong(verdictName(now.verdict)),
    plain(`, ${cases}`),
  ];
}

/** How the first limit moved, and which designs now stop that did not before. */
function limitLine(before: Assessment, after: Assessment): Span[] {
  const focus = firstToStop(after);
  const fresh = newlyStopping(before, after).filter(({ estimate }) => estimate !== focus?.estimate);
  const moved = focus === null ? [] : movedSpans(before, focus);
  if (moved.length === 0 && fresh.length === 0) return [];
  const news = fresh
    .slice(0, 2)
    .map(({ estimate, use }, position) => {
      const name = architectureName(estimate.architecture);
      return `${position === 0 ? name : capital(name)} stops too: ${quotaNeed(use)}`;
    })
    .join(" ");
  return [strong("Limit "), ...moved, ...(news === "" ? [] : [plain(`${moved.length > 0 ? " " : ""}New: ${news}`)])];
}

function firstToStop(assessment: Assessment): { estimate: Estimate; use: QuotaUse } | null {
  const candidates = [describedOf(assessment), preferredOf(assessment)].flatMap((estimate) => {
    const use = estimate?.feasible === true ? tightestLimit(estimate) : null;
    return estimate === null || use === null ? [] : [{ estimate, use }];
  });
  return candidates.toSorted((a, b) => (holdsTo(a.use) ?? 0) - (holdsTo(b.use) ?? 0))[0] ?? null;
}

function movedSpans(before: Assessment, { estimate, use }: { estimate: Estimate; use: QuotaUse }): Span[] {
  const old = estimateOf(before, estimate.architecture);
  const oldUse = old?.feasible === true ? tightestLimit(old) : null;
  const now = holdsTo(use) ?? 0;
  const was = oldUse === null ? null : holdsTo(oldUse);
  const subject = architectureSubject(estimate.architecture).replace(/ it$/, "");
  const load = checkedLoad(use) === "peak" ? "peak" : "average load";
  const text = share(now);
  if (was !== null && share(was) === text) return [plain(`unchanged: ${subject} holds to ${text} of ${load}.`)];
  const from = was === null ? "" : `${share(was)} → `;
  return [plain(`${subject} ${from}`), strong(text), plain(` of ${load}.`)];
}

function share(times: number): string {
  return times < 1 ? percent(times) : multiple(times);
}

function newlyStopping(before: Assessment, after: Assessment): { estimate: Estimate; use: QuotaUse }[] {
  return after.estimates.flatMap((estimate) => {
    const use = estimate.shown && estimate.feasible ? tightestLimit(estimate) : null;
    if (use === null || (holdsTo(use) ?? 1) >= 1) return [];
    const old = estimateOf(before, estimate.architecture);
    const oldUse = old?.feasible === true ? tightestLimit(old) : null;
    return oldUse !== null && (holdsTo(oldUse) ?? 1) < 1 ? [] : [{ estimate, use }];
  });
}

/** True when everything people read stays the same. */
function sameFigures(before: Assessment, after: Assessment): boolean {
  return fingerprint(before) === fingerprint(after);
}

function fingerprint({ estimates, recommendation }: Assessment): string {
  const rows = estimates
    .filter((estimate) => estimate.shown)
    .map((estimate) => {
      const use = tightestLimit(estimate);
      const limit = use === null ? "" : share(holdsTo(use) ?? 0);
      return `${estimate.architecture} ${isPriced(estimate) ? money(estimate.monthlyUsd.point) : "-"} ${limit}`;
    });
  return [recommendation.verdict, casesOf100(recommendation.confidence), ...rows].join("\n");
}
