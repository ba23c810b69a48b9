import { assertNever } from "#src/errors.ts";
import type { Reason } from "#src/model/assessment.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { NO_FIGURE } from "#src/reply/digits.ts";
import { money } from "#src/reply/money.ts";
import { count, multiple, percent } from "#src/reply/numbers.ts";
import { duration } from "#src/reply/quantities.ts";
import { computedRate } from "#src/reply/rates.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { anArchitecture } from "./architecture.ts";
import { architectureNames } from "./architecture-names.ts";
import { quotaTitle } from "./quota-title.ts";
import { dimensionName } from "./service.ts";
import { tuningWhat } from "./tuning.ts";
import { type Noun, noun } from "./unit-of-work.ts";

/** What a reason is of, in a sentence: an architecture, a quota, a tuning, a line of the bill. */
function subjectName(subject: string): string {
  const architecture = architectureNames.find((name) => name === subject);
  if (architecture !== undefined) return anArchitecture(architecture);
  if (subject.includes("/")) {
    const [service = "", ...dimension] = subject.split("/");
    return dimensionName(service, dimension.join("/"));
  }
  if (subject.includes(".")) return quotaTitle(subject);
  if (subject === "monolith" || subject === "hybrid") return `a ${subject}`;
  return oneLine(subject, 60);
}

/** A reason, or an argument of the counter-case, as one sentence with its figure. */
export function reasonWords(reason: Reason, unitOfWork: string): string {
  const { figure, otherFigure } = reason;
  const subject = subjectName(reason.subject);
  const other = reason.otherSubject === undefined ? null : subjectName(reason.otherSubject);
  switch (reason.code) {
    case "costs-less":
      return `${capital(subject)} costs ${money(figure, "down")} a month less than ${other ?? "the next option"}${otherFigure === undefined ? "" : ` (${money(otherFigure)})`}.`;
    case "largest-line":
      return `${capital(subject)} is ${partOf(figure, otherFigure)} a month${other === null ? "" : ` for ${other}`}.`;
    case "stops-at-share":
      return `${capital(subject)} stops at ${percent(figure)} of your peak${other === null ? "" : ` (${other})`}.`;
    case "carries-multiple":
      return `${capital(subject)} carries ${multiple(figure)} your peak.`;
    case "tuning-saves":
      return `${capital(tuningWhat(reason.subject))} alone saves ${percent(figure)} of what is described.`;
    case "utilization-needed":
      return `Containers cost less only while average CPU stays above ${percent(figure, "up")}${otherFigure === undefined ? "" : `; planned is ${percent(otherFigure)}`}.`;
    case "idle-cost":
      return `${money(figure)} a month of ${subject} pays for idle capacity.`;
    case "only-feasible":
      return `Only ${subject} can run this${otherFigure === undefined ? "" : `; ${count(otherFigure)} ${otherFigure === 1 ? "other cannot" : "others cannot"}`}.`;
    case "less-to-operate":
      return lessToOperate(figure, otherFigure, subject);
    case "break-even-load":
      return breakEven(reason, noun(unitOfWork));
    case "latency":
      return `At p99 ${subject} answers in ${duration(figure, "up")}${otherFigure === undefined ? "" : `, ${other ?? "the other"} in ${duration(otherFigure, "up")}`}.`;
    case "cold-starts":
      return `${percent(figure, "up")} of calls start cold on ${subject}.`;
    case "idle-copies":
      return `Each idle copy costs ${money(figure)} a month on ${subject}.`;
    default:
      return assertNever(reason.code);
  }
}

function partOf(partUsd: number, totalUsd: number | undefined): string {
  const part = money(partUsd);
  if (totalUsd === undefined) return part;
  const total = money(totalUsd);
  return part === total ? `nearly all of the ${total}` : `${part} of the ${total}`;
}

/** The premium for running more stands against a saving: either it eats it up, or it is paid out of it. */
function lessToOperate(saving: number, premium: number | undefined, subject: string): string {
  const name = capital(subject);
  if (saving <= 0) return `${name} is less to run, and nothing is saved by running more.`;
  const saved = `${money(saving, "down")} a month`;
  if (premium === undefined) return `${name} is less to run; running more saves ${saved}.`;
  const work = `${money(premium)} a month`;
  if (saving <= premium) return `Saving ${saved} does not cover the ${work} that running more is taken to cost.`;
  return `${name} is less to run: the ${saved} saved has to pay for work taken to cost ${work}.`;
}

function breakEven({ figure, subject, otherSubject }: Reason, words: Noun): string {
  const { digits, unit } = computedRate(figure);
  // Here the other subject is a family: "serverless" is not what was described, but whatever of it costs least.
  const family = otherSubject === "serverless" ? otherSubject : subjectName(otherSubject ?? NO_FIGURE);
  return `${subject === "below" ? "Below" : "Above"} ${digits} ${words.many} ${unit.words} ${family} costs least.`;
}
