import { assertNever } from "#src/errors.ts";
import type { Assessment, Question } from "#src/model/assessment.ts";
import { percent } from "#src/reply/numbers.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { type LabelContext, pathLabel } from "./path-label.ts";

/** A question as a sentence: "How busy do your containers run?". */
export function questionText({ path }: Pick<Question, "path">, context: LabelContext): string {
  const { asked } = pathLabel(path, context);
  return capital(asked);
}

/** Why it is asked, as a sentence. */
export function questionWhy(question: Question, assessment: Pick<Assessment, "drivers">): string {
  const driver = assessment.drivers.find(({ path }) => path === question.path);
  const explains =
    driver === undefined || driver.explains < 0.01 ? "" : ` It explains ${percent(driver.explains)} of the spread.`;
  switch (question.reason) {
    case "missing":
      return "Without it there is no answer.";
    case "decides":
      return `Another answer would change the verdict.${explains}`;
    case "widest":
      return `It widens the range most.${explains}`;
    default:
      return assertNever(question.reason);
  }
}
