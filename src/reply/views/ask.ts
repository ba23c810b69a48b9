import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Action, Reply, Span } from "#src/reply/reply.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { noWorkloadReply } from "./errors.ts";

/** The words describe no workload that can be assessed: what is missing, with a way to give it. */
export function askForDescriptionReply(message: string): Reply {
  return { ...noWorkloadReply(message), kind: "ask" };
}

export interface WhichReviewInput {
  verb: Verb;
  /** Options already given, sent along with the choice. */
  args: Readonly<Record<string, string>>;
  reviews: readonly { shortId: string; name: string }[];
}

/** One button a review, for verbs that must not guess which is meant. */
export function whichReviewReply({ verb, args, reviews }: WhichReviewInput): Reply {
  const title = `Which review is "${verb}" for?`;
  const actions = reviews.map(({ shortId, name }): Action => {
    const what = oneLine(name, 40);
    return button(what === "" ? shortId : `${shortId} ${what}`, verb, shortId, args);
  });
  return {
    kind: "ask",
    summary: title,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [strong(title), plain(" Press one, or give its id.")] },
      { kind: "actions", actions },
    ],
  };
}

/**
 * Words that were addressed to the bot and that it can't read.
 *
 * @param modelNote what a language model made of them, if one was asked
 */
export function notUnderstoodReply(text: string, modelNote?: string): Reply {
  const words = oneLine(text, 80);
  const title = words === "" ? "I did not get that." : `I could not read "${words}".`;
  const examples = ["what if traffic doubles?", "200 a minute", "why?", "what breaks first?"];
  const spans: Span[] = examples.flatMap((example, position) => [
    ...(position === 0 ? [] : [plain(" · ")]),
    code(example),
  ]);
  return {
    kind: "ask",
    summary: title,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [strong(title), plain(" Say a change or a question, for example:")] },
      { kind: "paragraph", spans },
      ...(modelNote === undefined ? [] : [{ kind: "context" as const, spans: [plain(modelNote)] }]),
      { kind: "actions", actions: [button("Help", "help", null)] },
    ],
  };
}
