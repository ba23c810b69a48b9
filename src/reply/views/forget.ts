import { assertNever } from "#src/errors.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";

export type ForgetScope =
  | { kind: "review"; shortId: string; name: string }
  | { kind: "me" }
  /** `me`, in every channel of the workspace. */
  | { kind: "everywhere" }
  | { kind: "channel" };

/** What deleting takes away, or took away. */
export interface ForgetCounts {
  reviews: number;
  revisions: number;
  decisions: number;
  actuals: number;
  schedules: number;
  /** Places where a person's name was replaced, their words kept. */
  namesRemoved: number;
}

/** Asks once, and says what would go. */
export function forgetConfirmReply(scope: ForgetScope, counts: ForgetCounts): Reply {
  const title = `Delete ${scopeWords(scope)}?`;
  const what = listed(counts);
  return {
    kind: "ask",
    summary: `${title} ${what === "" ? "Nothing is kept of it." : `This takes away ${what}.`}`,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [
          strong(title),
          plain(what === "" ? " Nothing is kept of it." : ` This takes away ${what}. It cannot be taken back.`),
        ],
      },
      {
        kind: "actions",
        actions: [
          {
            ...button("Delete", "forget", scope.kind === "review" ? scope.shortId : null, {
              scope: scope.kind,
              confirm: "yes",
            }),
            emphasis: "danger",
          },
          button("Keep", "forget", scope.kind === "review" ? scope.shortId : null, {
            scope: scope.kind,
            confirm: "no",
          }),
        ],
      },
    ],
  };
}

/** What went. */
export function forgottenReply(scope: ForgetScope, counts: ForgetCounts): Reply {
  const what = listed(counts);
  const text =
    what === ""
      ? `Nothing was kept of ${scope.kind === "me" ? "you" : scopeWords(scope)}.`
      : `Deleted ${scopeWords(scope)}: ${what}.`;
  const card =
    scope.kind === "me" || counts.reviews === 0
      ? ""
      : " Messages already in the channel are the channel's: delete them there if they should go too.";
  return {
    kind: "notice",
    summary: text,
    accent: "none",
    blocks: [{ kind: "paragraph", spans: [strong(text), plain(card)] }],
  };
}

/** Nothing was deleted. */
export function keptReply(scope: ForgetScope): Reply {
  const text = `Kept ${scopeWords(scope)}.`;
  return { kind: "notice", summary: text, accent: "none", blocks: [{ kind: "paragraph", spans: [plain(text)] }] };
}

function scopeWords(scope: ForgetScope): string {
  switch (scope.kind) {
    case "review": {
      const name = oneLine(scope.name, 60);
      return `review ${scope.shortId}${name === "" ? "" : ` (${name})`}`;
    }
    case "me":
      return "what is kept of you in this channel";
    case "everywhere":
      return "what is kept of you in every channel";
    case "channel":
      return "everything of this channel";
    default:
      return assertNever(scope);
  }
}

function listed(counts: ForgetCounts): string {
  const parts = [
    some(counts.reviews, "review", "reviews"),
    some(counts.revisions, "revision", "revisions"),
    some(counts.decisions, "decision", "decisions"),
    some(counts.actuals, "logged bill", "logged bills"),
    some(counts.schedules, "digest schedule", "digest schedules"),
    some(counts.namesRemoved, "mention of a name", "mentions of a name"),
  ].filter((part) => part !== "");
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function some(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
