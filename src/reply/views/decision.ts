import type { Assessment } from "#src/model/assessment.ts";
import { button, formButton } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate, isoDay } from "#src/reply/dates.ts";
import { money } from "#src/reply/money.ts";
import type { Block, Form, Reply, Span } from "#src/reply/reply.ts";
import { code, person, plain, strong } from "#src/reply/spans.ts";
import { riskWords } from "#src/reply/wording/notes.ts";
import type { Author, Decision } from "#src/reviews/review.ts";
import { risksOfChoice } from "./adr-consequences.ts";
import { estimateOf, isPriced } from "./estimates.ts";
import { triggerWords } from "./trigger-words.ts";

export interface DecisionInput {
  review: { shortId: string };
  decision: Decision;
  /** Of the revision it was taken on. */
  assessment: Assessment;
  /** How often the digest looks, or null where the channel has none. */
  digestWatches: boolean;
}

/** A decision on record: who, why, who disagrees, what was accepted, when to look again. */
export function decisionReply({ review, decision, assessment, digestWatches }: DecisionInput): Reply {
  const choice = oneLine(decision.choiceText, 80);
  const triggers = decision.triggers.map(triggerWords);
  const watch = digestWatches
    ? "the digest watches these and answers in this thread when one comes true"
    : "no digest in this channel yet: it would watch these";
  return {
    kind: "notice",
    summary: `Decided: ${choice}, by @${oneLine(decision.by.name, 60)}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: `Decided: ${choice}` },
      {
        kind: "context",
        spans: [
          plain("By "),
          who(decision.by),
          plain(`, ${factDate(isoDay(decision.at))}. ${frozen(decision, assessment)}`),
        ],
      },
      ...argument(decision, assessment),
      ...(triggers.length === 0
        ? []
        : [{ kind: "paragraph", spans: [strong("Look again when "), plain(triggers.join(" · "))] } as const]),
      {
        kind: "actions",
        actions: [
          button("Get the ADR", "adr", review.shortId),
          // Said in the options too: a platform whose buttons carry no form asks for the right one.
          { ...formButton("Add dissent", review.shortId, dissentForm(review.shortId)), args: { add: "dissent" } },
          button("Reopen", "decide", review.shortId, { reopen: "yes" }),
        ],
      },
      { kind: "context", spans: [code(review.shortId), plain(` · ${watch}`)] },
    ],
  };
}

function who(author: Author): Span {
  return person(author.id, oneLine(author.name, 60));
}

function frozen({ choice, revision }: Decision, assessment: Assessment): string {
  const estimate = choice === "other" ? null : estimateOf(assessment, choice);
  const cost = isPriced(estimate) ? `${money(estimate.monthlyUsd.point)} a month, frozen` : "Frozen";
  return `${cost} with rev ${revision} and the catalog of ${factDate(assessment.catalog.pricesAsOf)}.`;
}

function argument(decision: Decision, assessment: Assessment): Block[] {
  const reason = oneLine(decision.reason, 500);
  const lines: Span[][] = [
    ...(reason === "" ? [] : [[strong("Because "), plain(reason)]]),
    ...decision.dissent
      .slice(0, 5)
      .map(({ author, text }) => [strong("Dissent "), who(author), plain(`: ${oneLine(text, 300)}`)]),
    ...risksOfChoice(assessment, decision.choice)
      .slice(0, 3)
      .map((risk) => [strong("Risk "), plain(riskWords(risk))]),
  ];
  if (lines.length === 0) return [];
  const spans = lines.flatMap((line, position) => (position === 0 ? line : [plain("\n"), ...line]));
  return [{ kind: "paragraph", spans }];
}

/** One objection, kept with its author. */
export function dissentForm(review: string): Form {
  return {
    title: "Add dissent",
    submitLabel: "Add",
    verb: "decide",
    args: {},
    review,
    fields: [
      {
        kind: "text",
        name: "dissent",
        label: "What speaks against it?",
        placeholder: "Tuned Lambda is $3.0k more and nobody gets paged for it",
        hint: "It is kept with your name, here and in the ADR.",
        multiline: true,
        required: true,
      },
    ],
  };
}
