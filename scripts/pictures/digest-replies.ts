import { loadCatalog } from "#src/catalog/load.ts";
import type { PostRule, Schedule } from "#src/digest/schedule.ts";
import { readScheduleText } from "#src/digest/schedule-text.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Reply } from "#src/reply/reply.ts";
import { digestOf } from "#src/reply/views/digest-of.ts";
import { triggerFiredReply } from "#src/reply/views/trigger-fired.ts";
import type { Decision } from "#src/reviews/review.ts";
import type { ReviewRow } from "#src/storage/port.ts";
import { decided, digestChannel, reviewRow, revision, withPrice } from "#test/support/digest-channel.ts";

/** Digests of one channel, worked out as the service does. */
export interface DigestReplies {
  full: Reply;
  /** Told in the thread of the decision. */
  fired: Reply;
  priceReplay: Reply;
  empty: Reply;
  none: Reply;
}

const START = "2026-02-02T09:00:00Z";
const ada = { id: "310000000000000001", name: "ada" };
const catalog = loadCatalog();

const channel: readonly ReviewRow[] = [
  review("r1", "7K2Q", { name: "image-resize", ratePerSecond: 300, growthPerMonth: 0.02, steps: 3 }),
  review("r2", "4M9X", { name: "invoice-import", ratePerSecond: 4, growthPerMonth: 0.06, steps: 2 }, "serverless"),
  review("r3", "9PQ3", { name: "webhook-fanout", ratePerSecond: 60, growthPerMonth: 0, steps: 1 }),
  review("r4", "2HV8", { name: "search-index", ratePerSecond: 12, growthPerMonth: 0.01, steps: 2 }, "monolith-fargate"),
];

function review(
  id: string,
  shortId: string,
  { steps, ...load }: { name: string; ratePerSecond: number; growthPerMonth: number; steps: number },
  choice: Decision["choice"] | null = null,
): ReviewRow {
  const given = { ...load, steps: Array.from({ length: steps }, () => ({ durationMs: 200, memoryMb: 512 })) };
  const first = revision(1, START, given);
  const dueOn = Date.parse("2026-11-02T00:00:00Z");
  const decision =
    choice === null
      ? null
      : {
          ...decided(START, [
            { kind: "rate-above", path: "ratePerSecond", value: load.ratePerSecond * 1.5 },
            { kind: "date", path: "2026-11-02", value: dueOn },
          ]),
          choice,
          by: ada,
        };
  return { ...reviewRow([first], decision), id, shortId };
}

function scheduled(words: string): Schedule {
  const request = readScheduleText(words, { now: new Date(START), current: null });
  if (request.kind !== "set") throw new Error(`${words} sets nothing`);
  return request.schedule;
}

async function shown(
  rows: readonly ReviewRow[],
  catalogs: readonly Catalog[],
  toldAt: readonly string[],
  at: string,
  rule: PostRule,
): Promise<{ reply: Reply; fired: Reply | null }> {
  const { look, tell, rows: kept } = digestChannel(catalogs);
  kept.push(...rows.map((row) => ({ ...row, actuals: [] })));
  for (const day of toldAt) await tell(day, { kind: "always" });
  kept.splice(0, kept.length, ...rows);
  const composed = await look(at, rule);
  const schedule = scheduled("every monday 9:00 Europe/Berlin over 10% or $500");
  const [notice] = composed.notices;
  return {
    reply: digestOf({ composed, schedule, setBy: ada, rule, late: null }),
    fired: notice === undefined ? null : triggerFiredReply(notice),
  };
}

export async function digestReplies(): Promise<DigestReplies> {
  const moved: PostRule = { kind: "moved", share: 0.1, usd: 500 };
  const monday = "2026-11-23T08:00:00Z";
  const earlier = ["03-30", "04-27", "05-25", "06-29", "07-27", "08-24"].map((day) => `2026-${day}T08:00:00Z`);
  const [resize, ...others] = channel;
  if (resize === undefined) throw new Error("no review");
  const billed = { ...resize, actuals: [{ month: "2026-10", amountUsd: 4_600, by: ada, at: new Date(monday) }] };
  const full = await shown([billed, ...others], [catalog], earlier, monday, moved);
  const dearer = withPrice(catalog, "lambda/duration-x86", 1.4, "2026-11-20");
  const steady = channel.map((row) => ({ ...row, decisions: [] }));
  const replay = await shown(steady, [catalog, dearer], [], START, moved);
  const quiet = await shown(steady, [catalog], ["2026-11-16T08:00:00Z"], monday, moved);
  const none = await shown([], [catalog], [], monday, moved);
  if (full.fired === null) throw new Error("no trigger came true");
  return { full: full.reply, fired: full.fired, priceReplay: replay.reply, empty: quiet.reply, none: none.reply };
}
