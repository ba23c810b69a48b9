import type { RevisitTrigger } from "#src/model/assessment.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { person, plain, strong } from "#src/reply/spans.ts";
import type { Author } from "#src/reviews/review.ts";
import { triggerWords } from "./trigger-words.ts";

export interface TriggerFiredInput {
  shortId: string;
  name: string;
  fired: readonly { trigger: RevisitTrigger; setBy: Author | null }[];
}

/** Said once in the thread of a decision: what its people wanted to be told of has come. */
export function triggerFiredReply({ shortId, name, fired }: TriggerFiredInput): Reply {
  const words = fired.map(({ trigger }) => triggerWords(trigger));
  const title = `Time to look again at ${oneLine(name, 60) || shortId}.`;
  const setBy = fired.find((one) => one.setBy !== null)?.setBy ?? null;
  return {
    kind: "notice",
    summary: `${title} ${words.join("; ")}.`,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [
          strong(title),
          plain(
            ` ${words.length === 1 ? "What" : "Things"} the decision was to wait for came true: ${words.join("; ")}.`,
          ),
        ],
      },
      ...(setBy === null
        ? []
        : [{ kind: "context", spans: [plain("Decided by "), person(setBy.id, oneLine(setBy.name, 60))] } as const]),
      { kind: "actions", actions: [button("Look again", "review", shortId, { show: "card" })] },
    ],
  };
}
