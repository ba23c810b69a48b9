import type { Assessment, Estimate, Reason } from "#src/model/assessment.ts";
import { triggerWords } from "#src/reply/views/trigger-words.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { likenessWords } from "#src/reply/wording/likeness.ts";
import { estimateNoteWords, modelNoteWords, riskWords } from "#src/reply/wording/notes.ts";
import { questionText, questionWhy } from "#src/reply/wording/question.ts";
import { reasonWords } from "#src/reply/wording/reason.ts";
import { tradeOffWords } from "#src/reply/wording/trade-off.ts";
import type { ReviewResult } from "./assess-request.ts";

/** The review as other programs read it: the model's figures as they are, its codes put into words beside them. */
export function machineReview(result: Extract<ReviewResult, { kind: "review" }>) {
  const { assessment } = result;
  const { recommendation, referenceCase, workload } = assessment;
  const worded = (reason: Reason) => ({ ...reason, text: reasonWords(reason, workload.unitOfWork) });
  return {
    ...assessment,
    questions: questionsInWords(assessment),
    notes: [...result.readingNotes, ...assessment.notes.map(modelNoteWords)],
    estimates: assessment.estimates.map(estimateInWords),
    recommendation: {
      ...recommendation,
      openQuestions: questionsInWords(assessment),
      reasons: recommendation.reasons.map(worded),
      counterCase: recommendation.counterCase.map(worded),
      risks: recommendation.risks.map(riskWords),
      revisitTriggers: recommendation.revisitTriggers.map((trigger) => ({ ...trigger, text: triggerWords(trigger) })),
    },
    referenceCase: {
      ...referenceCase,
      like: referenceCase.like.map(likenessWords),
      unlike: referenceCase.unlike.map(likenessWords),
    },
    catalog: { ...assessment.catalog, ageDays: result.ageDays },
  };
}

function questionsInWords(assessment: Assessment) {
  return assessment.questions.map((question) => ({
    ...question,
    question: questionText(question, assessment.workload),
    why: questionWhy(question, assessment),
  }));
}

function estimateInWords(estimate: Estimate) {
  return {
    ...estimate,
    givesUp: estimate.givesUp.map(tradeOffWords),
    infeasibleBecause: estimate.infeasibleBecause.map((why) => {
      const { because, asks } = infeasibilityWords(why);
      return `${because}. ${asks}`;
    }),
    infeasibleCodes: estimate.infeasibleBecause,
    notes: estimate.notes.map(estimateNoteWords),
  };
}
