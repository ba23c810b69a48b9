import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentSources } from "#src/platforms/discord/attachments.ts";
import { renderMessages, renderOneMessage } from "#src/platforms/discord/pages.ts";
import type { Look } from "#src/platforms/discord/render.ts";
import { messageFaults } from "#test/support/discord/message-faults.ts";
import * as any from "#test/support/slack/arbitrary-reply.ts";

const looks = fc.constantFrom<Look>("attached", "written");

describe("any reply, however large or hostile", () => {
  it("is valid for Discord as several messages", () => {
    fc.assert(
      fc.property(any.reply, looks, (reply, look) => {
        const messages = renderMessages(reply, look);
        expect(messages.flatMap((body) => messageFaults({ ...body }))).toEqual([]);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 60 },
    );
  });

  it("is valid for Discord as the one message that is edited in place", () => {
    fc.assert(
      fc.property(any.reply, looks, (reply, look) => {
        expect(messageFaults({ ...renderOneMessage(reply, look) })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("names every attachment after something that can be made", () => {
    fc.assert(
      fc.property(any.reply, (reply) => {
        const sources = attachmentSources(reply);
        for (const { attachments } of renderMessages(reply)) {
          for (const { filename } of attachments) expect(sources.has(filename), filename).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
