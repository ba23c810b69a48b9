import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Block, Reply } from "#src/reply/reply.ts";
import { code, plain } from "#src/reply/spans.ts";
import { type Explanation, explanations } from "./explain/explanations.ts";
import { bestMatch } from "./explain/match.ts";
import type { DetailInput } from "./view-input.ts";

export interface ExplainInput extends DetailInput {
  /** What the person wants explained: "$138k", "step functions", "the verdict", or nothing. */
  figure: string;
}

/** Why a figure is what it is: the arithmetic, who gave each input, the price's source and date. */
export function explainReply(input: ExplainInput): Reply {
  const all = explanations(input.assessment);
  const found = bestMatch(input.figure, all);
  return found === null ? notFound(input, all) : explained(found, input);
}

function explained(found: Explanation, { review }: ExplainInput): Reply {
  const arithmetic: Block[] =
    found.arithmetic.length === 0 ? [] : [{ kind: "preformatted", text: found.arithmetic.join("\n") }];
  return {
    kind: "detail",
    summary: found.summary,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: found.lead },
      ...((found.points ?? []).length === 0
        ? []
        : [{ kind: "list", items: (found.points ?? []).map((text) => [plain(text)]) } as const]),
      ...arithmetic,
      ...(found.sources.length === 0 ? [] : [{ kind: "context", spans: [plain(found.sources.join(" · "))] } as const]),
      {
        kind: "actions",
        actions: [
          button("Breakdown", "breakdown", review.shortId),
          button("Assumptions", "assumptions", review.shortId),
        ],
      },
    ],
  };
}

function notFound({ figure, review }: ExplainInput, all: readonly Explanation[]): Reply {
  const asked = oneLine(figure, 60);
  const examples = all.slice(0, 4).map((entry) => entry.names[0] ?? "");
  const title = asked === "" ? "Which figure?" : `No figure of this review matches "${asked}".`;
  return {
    kind: "ask",
    summary: title,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [
          plain(`${title} These can be explained, for instance: `),
          ...examples.flatMap((name, position) => [...(position === 0 ? [] : [plain(" · ")]), code(`why ${name}`)]),
        ],
      },
      { kind: "actions", actions: [button("Breakdown", "breakdown", review.shortId)] },
    ],
  };
}
