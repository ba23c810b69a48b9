import { describe, expect, test } from "vitest";
import type { ErrorCode } from "#src/errors.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { verbs } from "#src/reply/verbs.ts";
import {
  missingPriceReply,
  noWorkloadReply,
  unexpectedReply,
  unknownVerbReply,
  userErrorReply,
} from "#src/reply/views/errors.ts";
import { type HelpVerb, helpReply, helpVerbReply } from "#src/reply/views/help.ts";

const text = (reply: Reply) => renderPlainText(reply);
const flat = (reply: Reply) => text(reply).replace(/\s+/g, " ");
const labels = (reply: Reply) =>
  reply.blocks.flatMap((block) => (block.kind === "actions" ? block.actions.map(({ label }) => label) : []));

const registry: readonly HelpVerb[] = verbs.map((verb, position) => ({
  verb,
  group: ["Ask", "Look closer", "Decide", "Keep watch"][position % 4] ?? "Ask",
  summary: `Show what ${verb} shows`,
  examples: [`${verb} 50 images a second`],
  synonyms: verb === "limits" ? ["quotas", "headroom"] : [],
  options: verb === "limits" ? [{ name: "review", description: "Id of the review", required: false }] : [],
}));

describe("the help", () => {
  const help = helpReply({
    verbs: registry,
    groups: ["Ask", "Look closer", "Decide", "Keep watch"],
    mention: "@Rethink ",
  });

  test("names every verb of the registry", () => {
    for (const verb of verbs) expect(flat(help)).toContain(`${verb}: show what ${verb} shows`);
  });

  test("begins with three examples to try", () => {
    const list = help.blocks.find((block) => block.kind === "list");
    expect(list?.kind === "list" ? list.items.length : 0).toBe(3);
  });

  test("explains one verb with its options, examples and other words", async () => {
    const limits = registry.find(({ verb }) => verb === "limits");
    expect(limits).toBeDefined();
    if (limits !== undefined)
      await expect(text(helpVerbReply(limits))).toMatchFileSnapshot("../golden/help-limits.txt");
  });
});

describe("errors", () => {
  test("say what happened, what to do, and offer a button that does it", async () => {
    const all = [
      noWorkloadReply("I found no workload in that."),
      unknownVerbReply({
        typed: "limit",
        nearest: "limits",
        examples: ["limits", "50 images a second, 200 ms at 512 MB", "help"],
      }),
      missingPriceReply({
        review: "7K2Q",
        service: "elb",
        dimension: "alb-hour",
        region: "sa-east-1",
        pricesAsOf: "2026-11-23",
        priced: { lines: 11, of: 12 },
      }),
      unexpectedReply("E-4F71", { label: "Run", verb: "limits", args: {}, review: "7K2Q" }),
      userErrorReply({ code: "unknown-region", message: 'There is no region "moon-1".', nextStep: "Take us-east-1." }),
    ];
    await expect(all.map(text).join("\n\n---\n\n")).toMatchFileSnapshot("../golden/errors.txt");
    for (const reply of all) {
      expect(reply.kind).toBe("error");
      expect(flat(reply)).not.toMatch(/sorry|oops|!/i);
    }
  });

  test("a word like no verb gets help in place of a guess", () => {
    const reply = unknownVerbReply({ typed: "<!channel> frobnicate", nearest: null, examples: [] });
    expect(labels(reply)).toEqual(["Help"]);
    expect(flat(reply)).toContain('No verb "<!channel> frobnicate".');
  });

  test.each<ErrorCode>([
    "bad-input",
    "bad-json",
    "unknown-field",
    "unknown-region",
    "unknown-price",
    "missing-price",
    "unknown-verb",
    "no-workload",
    "missing-rate",
    "unknown-review",
    "which-review",
    "not-allowed",
    "storage-unavailable",
    "store-in-use",
    "refresh-failed",
    "unknown-catalog",
    "bad-schedule",
    "config",
  ])("%s reaches the asker with its message", (code) => {
    expect(flat(userErrorReply({ code, message: "What happened." }))).toMatch(/^What happened\./);
  });

  test("the id of a bug is given, and nothing else of it", () => {
    const reply = unexpectedReply("E-4F71", null);
    expect(flat(reply)).toBe(
      "That failed on our side. Nothing was changed. Send it again; if it fails twice, give E-4F71 to whoever runs Rethink here.",
    );
  });
});
