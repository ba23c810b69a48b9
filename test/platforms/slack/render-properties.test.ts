import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nativeChart } from "#src/charts/native-chart.ts";
import { formView } from "#src/platforms/slack/modal.ts";
import { renderMessages, renderOneMessage, viewRoom } from "#src/platforms/slack/pages.ts";
import { filesAsText, homeLook, type Look, nativeLook, pictureLook, plainLook } from "#src/platforms/slack/render.ts";
import { wordsOf } from "#src/platforms/slack/words-of.ts";
import * as any from "#test/support/slack/arbitrary-reply.ts";
import { messageFaults, viewFaults } from "#test/support/slack/block-kit-validator.ts";

const looks: readonly Look[] = [pictureLook(() => "F0CHART0001", nativeChart), nativeLook(nativeChart), plainLook];

describe("any reply, however large or hostile", () => {
  it("is valid Block Kit in every look, as several messages", () => {
    fc.assert(
      fc.property(any.reply, fc.constantFrom(...looks), (reply, look) => {
        const messages = renderMessages(filesAsText(reply), look);
        expect(messages.flatMap(({ blocks }) => messageFaults(blocks))).toEqual([]);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 30 },
    );
  });

  it("is valid Block Kit as the one message that is edited in place", () => {
    fc.assert(
      fc.property(any.reply, fc.constantFrom(...looks), (reply, look) => {
        expect(messageFaults(renderOneMessage(reply, look).blocks)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("is valid in App Home", () => {
    fc.assert(
      fc.property(any.reply, (reply) => {
        const { blocks } = renderOneMessage(reply, homeLook, viewRoom);
        expect(viewFaults({ type: "home", blocks })).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("has a fallback text without any control sequence of Slack's", () => {
    fc.assert(
      fc.property(any.reply, (reply) => {
        for (const message of renderMessages(reply, plainLook)) {
          expect(message.text).not.toMatch(/[<>]/);
          expect(message.text.length).toBeLessThanOrEqual(4000);
          expect(wordsOf(message).text).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("any form", () => {
  it("is a valid modal, or none when its fixed options are too long to remember", () => {
    fc.assert(
      fc.property(any.form, (form) => {
        const view = formView(form, { channel: "C1", thread: "1.1", replyHandle: "https://hooks.example/x" });
        if (view === null) expect(JSON.stringify(form.args).length).toBeGreaterThan(2000);
        else expect(viewFaults(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
