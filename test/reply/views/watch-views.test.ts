import { describe, expect, test } from "vitest";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { digestReply } from "#src/reply/views/digest.ts";
import type { DigestInput, DigestState } from "#src/reply/views/digest-input.ts";
import { forgetConfirmReply, forgottenReply, keptReply } from "#src/reply/views/forget.ts";
import { reviewForm } from "#src/reply/views/forms.ts";
import { homeReply } from "#src/reply/views/home.ts";
import { type ScheduleState, scheduleListReply, scheduleReply } from "#src/reply/views/schedule.ts";
import { sparkline } from "#src/reply/views/sparkline.ts";

const text = (reply: Reply) => renderPlainText(reply);
const flat = (reply: Reply) => text(reply).replace(/\s+/g, " ");
const lin = { id: "ULIN", name: "lin" };
const sam = { id: "USAM", name: "sam" };

const state = (part: Partial<DigestState>): DigestState => ({
  verdict: "monolith",
  usd: 5_400,
  ratePerSecond: 300,
  confidence: 0.96,
  serverlessUsd: 8_400,
  monolithUsd: 5_400,
  ...part,
});

const quiet: DigestInput = {
  title: "Monday digest",
  watched: 4,
  moved: [],
  quiet: [
    { shortId: "3F7M", name: "live-captions", usd: 462 },
    { shortId: "8Q2D", name: "checkout-events", usd: 35 },
  ],
  nearestLimit: {
    shortId: "7K2Q",
    name: "image-resize",
    quota: "fargate.vcpu",
    unit: "vCPU",
    demand: 424.2,
    applied: 1_000,
    stated: true,
    monthsAway: 17.6,
  },
  due: [],
  totalUsd: 6_658,
  schedule: { words: "Mondays 9:00 Europe/Berlin", setBy: lin, always: false },
  since: "2027-01-18",
  today: "2027-01-25",
};

const moved: DigestInput = {
  ...quiet,
  moved: [
    {
      shortId: "5T8R",
      name: "audit-export",
      unitOfWork: "export",
      before: state({ verdict: "serverless", usd: 120, ratePerSecond: 1.4, confidence: 0.84 }),
      after: state({
        verdict: "too-close-to-call",
        usd: 161,
        ratePerSecond: 2,
        confidence: 0.56,
        serverlessUsd: 161,
        monolithUsd: 162,
      }),
      causes: ["growth"],
      fired: [{ trigger: { kind: "rate-above", path: "ratePerSecond", value: 1.8 }, setBy: sam }],
      actual: null,
      historyUsd: [],
    },
    {
      shortId: "7K2Q",
      name: "image-resize",
      unitOfWork: "image",
      before: state({}),
      after: state({ usd: 5_960, ratePerSecond: 331 }),
      causes: ["growth"],
      fired: [],
      actual: { month: "2026-12", predictedUsd: 5_700, billedUsd: 5_870 },
      historyUsd: [5_000, 5_100, 5_250, 5_400, 5_550, 5_700, 5_960],
    },
  ],
};

describe("the digest", () => {
  test("tells what moved, why, which trigger fired and what was billed", async () => {
    await expect(text(digestReply(moved))).toMatchFileSnapshot("../golden/digest.txt");
  });

  test("draws no move for a review that is listed for its bill", () => {
    const [, review] = moved.moved;
    if (review === undefined) throw new Error("no second review");
    const billed = { month: "2026-10", predictedUsd: 5_400, billedUsd: 9_100 };
    const reply = digestReply({ ...quiet, moved: [{ ...review, after: review.before, causes: [], actual: billed }] });
    expect(flat(reply)).toContain("$5.4k a month");
    expect(flat(reply)).not.toMatch(/\$5\.4k → |no change/);
    // 9,100 / 5,400 = 1.685.
    expect(flat(reply)).toContain("predicted $5.4k, billed $9.1k (+69%)");
  });

  test("an empty one on demand says why it is empty", () => {
    expect(flat(digestReply(quiet))).toMatch(
      /^Nothing moved since 18 Jan\. 4 reviews watched, nearest limit Jul 2028 \(image-resize\)\. No change:/,
    );
  });

  test("a review that can't be worked out any more is not passed off as unchanged", () => {
    const unassessed = [{ shortId: "2HV8", name: "search-index" }];
    expect(flat(digestReply({ ...quiet, unassessed }))).toMatch(
      /No change: live-captions \$462 · checkout-events \$35 Can't be worked out any more: search-index\./,
    );
  });

  test("without reviews it says how to start one", () => {
    expect(flat(digestReply({ ...quiet, watched: 0 }))).toMatch(
      /^No reviews in this channel yet\. \/rethink starts one\./,
    );
  });

  test("decisions that are due are reason enough to post", () => {
    const due = [{ shortId: "7K2Q", name: "image-resize", date: "2027-01-24" }];
    const shown = flat(digestReply({ ...quiet, due }));
    expect(shown).toMatch(/^Monday digest: 1 decision due for another look/);
    expect(shown).toMatch(/image-resize \(24 Jan 2027\)/);
  });

  test.each(["growth", "price", "quota", "correction"] as const)("words the cause %s", (cause) => {
    const [, second] = moved.moved;
    const input = { ...moved, moved: second === undefined ? [] : [{ ...second, causes: [cause] }] };
    expect(flat(digestReply(input))).toMatch(/Growth as planned|price in it|quota in it|corrected it/);
  });

  test("no percentage where both sides are small", () => {
    const [, second] = moved.moved;
    const small =
      second === undefined ? [] : [{ ...second, before: state({ usd: 20 }), after: state({ usd: 40 }), actual: null }];
    expect(flat(digestReply({ ...moved, moved: small }))).toMatch(/\$20 → \$40 a month [▁-▇]/);
  });

  test.each([
    [0.4, "The price of Lambda compute rose by 40%."],
    [-0.12, "The price of Lambda compute fell by 12%."],
  ])("a price that changed is named: %s", (share, words) => {
    const [, second] = moved.moved;
    if (second === undefined) throw new Error("no review");
    const split = [{ cause: "price", usd: 20, price: { id: "lambda/duration-x86", share } } as const];
    expect(flat(digestReply({ ...moved, moved: [{ ...second, causes: ["price"], split }] }))).toContain(words);
  });

  test.each([
    [{ always: true }, "Europe/Berlin, always"],
    [{ always: false, onlyFlips: true }, "Europe/Berlin, only when a verdict changes"],
    [{ always: false }, "Europe/Berlin, only when something moves by 10% or $500 a month"],
  ])("says by which rule it comes: %o", (rule, words) => {
    const schedule = { words: "Mondays 9:00 Europe/Berlin", setBy: lin, ...rule };
    expect(flat(digestReply({ ...moved, schedule, bar: "10% or $500 a month" }))).toContain(words);
  });

  test("fifty moved reviews stay one message: the rest are named", () => {
    const [first] = moved.moved;
    const many =
      first === undefined ? [] : Array.from({ length: 50 }, (_, position) => ({ ...first, name: `r${position}` }));
    const reply = digestReply({ ...moved, watched: 60, moved: many });
    expect(reply.blocks.filter(({ kind }) => kind === "line-with-action")).toHaveLength(8);
    expect(flat(reply)).toMatch(/Moved too: r8, r9.* r19 and 30 more\./);
  });

  test("a limit that is passed already says so", () => {
    const nearest = { ...quiet.nearestLimit, demand: 1_200 } as NonNullable<DigestInput["nearestLimit"]>;
    expect(flat(digestReply({ ...moved, nearestLimit: nearest }))).toMatch(/1,200 of your 1,000 Fargate vCPU, passed/);
  });
});

describe("sparklines", () => {
  test("rise with the values and avoid the full block", () => {
    expect(sparkline([1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇");
    expect(sparkline([5, 5, 5])).toBe("▄▄▄");
    expect(sparkline([5])).toBe("");
    expect(sparkline([5, 6])).toBe("");
    expect(sparkline([0, Number.NaN, 10, 5])).toBe("▁▇▄");
    expect(sparkline(Array.from({ length: 100 }, (_, value) => value))).toHaveLength(12);
  });
});

const schedule: ScheduleState = {
  words: "every weekday at 9:00",
  zone: "Europe/Berlin",
  state: "running",
  always: false,
  thresholdShare: 0.1,
  thresholdUsd: 500,
  onlyFlips: false,
  setBy: lin,
  nextRuns: ["Tue 24 Nov, 9:00", "Wed 25 Nov, 9:00", "Thu 26 Nov, 9:00", "Fri 27 Nov, 9:00"],
  undoCommand: "digest remove",
};

describe("schedules", () => {
  test("echo the state, the next three runs and the command that undoes", async () => {
    await expect(text(scheduleReply("set", schedule))).toMatchFileSnapshot("../golden/schedule.txt");
  });

  test("a paused or removed one promises no runs", () => {
    expect(flat(scheduleReply("paused", { ...schedule, state: "paused" }))).not.toMatch(/Next:/);
    expect(flat(scheduleReply("removed", schedule))).not.toMatch(/Next:/);
    expect(flat(scheduleReply("shown", { ...schedule, state: "paused-by-refusals" }))).toMatch(/paused itself/);
  });

  test("the list says how to set the first", () => {
    expect(flat(scheduleListReply([]))).toMatch(/^No digest in this channel yet\. \/rethink digest every monday/);
    expect(flat(scheduleListReply([schedule, { ...schedule, always: true }]))).toMatch(/It always posts/);
  });
});

const counts = { reviews: 1, revisions: 3, decisions: 1, actuals: 2, schedules: 0, namesRemoved: 0 };
const none = { reviews: 0, revisions: 0, decisions: 0, actuals: 0, schedules: 0, namesRemoved: 0 };

describe("forgetting", () => {
  const scope = { kind: "review", shortId: "7K2Q", name: "image-resize" } as const;

  test("asks once and says what would go", () => {
    const reply = forgetConfirmReply(scope, counts);
    expect(flat(reply)).toMatch(
      /^Delete review 7K2Q \(image-resize\)\? This takes away 1 review, 3 revisions, 1 decision and 2 logged bills\. It cannot be taken back\./,
    );
    const actions = reply.blocks.find((block) => block.kind === "actions");
    expect(actions?.kind === "actions" ? actions.actions.map(({ label, args }) => [label, args]) : []).toEqual([
      ["Delete", { scope: "review", confirm: "yes" }],
      ["Keep", { scope: "review", confirm: "no" }],
    ]);
  });

  test("says what went, or that there was nothing", () => {
    expect(flat(forgottenReply({ kind: "channel" }, counts))).toMatch(/^Deleted everything of this channel: 1 review/);
    expect(flat(forgottenReply({ kind: "me" }, none))).toBe("Nothing was kept of you.");
    expect(flat(keptReply(scope))).toBe("Kept review 7K2Q (image-resize).");
  });
});

describe("the home page", () => {
  const home = (reviews: Parameters<typeof homeReply>[0]["reviews"]) =>
    homeReply({ reviews, reviewForm: reviewForm(["us-east-1", "eu-west-1"]), pricesAsOf: "2026-11-23", llm: "none" });

  test("puts what wants another look first", async () => {
    const reply = home([
      {
        shortId: "7K2Q",
        name: "image-resize",
        place: "#arch-media",
        verdict: "monolith",
        wasVerdict: null,
        usd: 5_960,
        confidence: 0.96,
        decided: "monolith on Fargate",
        note: "look again 24 May 2027",
        lookAgain: false,
      },
      {
        shortId: "3F7M",
        name: "live-captions",
        place: "#arch-media",
        verdict: "monolith",
        wasVerdict: null,
        usd: 462,
        confidence: 0.85,
        decided: null,
        note: "3 assumptions nobody has confirmed",
        lookAgain: false,
      },
      {
        shortId: "5T8R",
        name: "audit-export",
        place: "#arch-platform",
        verdict: "too-close-to-call",
        wasVerdict: "serverless",
        usd: 161,
        confidence: 0.56,
        decided: null,
        note: "load passed 1.8/s",
        lookAgain: true,
      },
    ]);
    await expect(text(reply)).toMatchFileSnapshot("../golden/home.txt");
  });

  test("says how to start when there is nothing yet", () => {
    expect(flat(home([]))).toMatch(/None yet\. In any channel, type \/rethink and say what you want to build\./);
  });
});
