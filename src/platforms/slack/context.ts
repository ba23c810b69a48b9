import type { types } from "@slack/bolt";
import type { Span } from "#src/reply/reply.ts";
import { slackLimits } from "./limits.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { splitSpans } from "./split-spans.ts";

/** mrkdwn taken as it is written: Slack adds no links, names or channels of its own. */
export function verbatim(text: string): types.MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}

/** Spans as mrkdwn texts, none longer than a text object may be. */
export function mrkdwnParts(spans: readonly Span[]): string[] {
  return splitSpans(spans, slackLimits.sectionText, (part) => mrkdwn(part).length)
    .map(mrkdwn)
    .filter((text) => text.trim() !== "");
}

/** Small print: the only place where Slack writes grey. */
export function contextBlocks(spans: readonly Span[]): types.ContextBlock[] {
  return mrkdwnParts(spans).map((text) => ({ type: "context", elements: [verbatim(text)] }));
}
