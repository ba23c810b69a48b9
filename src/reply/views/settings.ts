import { oneLine } from "#src/reply/clean-text.ts";
import { count } from "#src/reply/numbers.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import type { Author } from "#src/reviews/review.ts";

export interface QuotaSetInput {
  quota: string;
  /** Null: back to AWS's default. */
  value: number | null;
  /** Review that was run again with it; null: none yet. */
  rerun: string | null;
}

/** A channel's quota, exactly as kept, and the line that takes it back. */
export function quotaSetReply({ quota, value, rerun }: QuotaSetInput): Reply {
  const title =
    value === null
      ? `${quotaTitle(quota)}: back to AWS's default in this channel.`
      : `${quotaTitle(quota)}: ${count(value)} in this channel from now on.`;
  const undo = value === null ? [] : [plain("Take it back: "), code(`/rethink quota ${quota} default`)];
  return notice(title, rerunWords(rerun), undo);
}

/** A channel's discount, exactly as kept, and the line that takes it back. */
export function discountSetReply({ percent, rerun }: { percent: number; rerun: string | null }): Reply {
  const title =
    percent === 0
      ? "No discount in this channel: list prices."
      : `${count(percent)}% off list prices in this channel from now on.`;
  const undo = percent === 0 ? [] : [plain("Take it back: "), code("/rethink discount 0")];
  return notice(title, rerunWords(rerun), undo);
}

function rerunWords(rerun: string | null): string {
  return rerun === null
    ? "It holds for every review that is made or changed here."
    : `${rerun} was run again with it; other reviews take it at their next change.`;
}

export interface SettingLine {
  kind: "quota" | "discount";
  name: string;
  value: number;
  by: Author;
}

/** What this channel has set. */
export function settingsReply(settings: readonly SettingLine[]): Reply {
  if (settings.length === 0) {
    return notice("This channel has set no quota and no discount.", "AWS's defaults and list prices hold.", [
      plain("Set one: "),
      code("/rethink quota lambda.concurrency 5000"),
      plain(" · "),
      code("/rethink discount 12"),
    ]);
  }
  const items = settings.map(({ kind, name, value, by }): Span[] => [
    plain(kind === "discount" ? "Discount " : `${quotaTitle(name)} `),
    strong(kind === "discount" ? `${count(value)}%` : count(value)),
    plain(", by "),
    person(by.id, oneLine(by.name, 60)),
  ]);
  const title = "Set in this channel";
  return {
    kind: "detail",
    summary: `${title}: ${settings.length}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      { kind: "list", items },
    ],
  };
}

function notice(title: string, text: string, small: readonly Span[]): Reply {
  const context: Block[] = small.length === 0 ? [] : [{ kind: "context", spans: small }];
  return {
    kind: "notice",
    summary: title,
    accent: "none",
    blocks: [{ kind: "paragraph", spans: [strong(title), plain(` ${text}`)] }, ...context],
  };
}
