import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Reason } from "#src/model/assessment.ts";
import type { Risk } from "#src/model/statement.ts";
import { escapeMarkdown } from "#src/reply/markdown-escape.ts";
import { familyOf } from "#src/reply/wording/architecture.ts";
import { riskWords } from "#src/reply/wording/notes.ts";
import { reasonWords } from "#src/reply/wording/reason.ts";

/**
 * What follows from the choice, one line each. The model argues for the family it prefers: for another choice its
 * reasons speak against, and its counter-case for.
 *
 * @param choice null: nothing is decided, the model's own preference is argued
 */
export function consequences(assessment: Assessment, choice: Architecture | "other" | null): string[] {
  const { recommendation, workload } = assessment;
  const words = (reason: Reason) => lower(reasonWords(reason, workload.unitOfWork));
  const stance = stanceOf(assessment, choice);
  const lines = [
    ...recommendation.reasons.map((reason) => `* ${lead(reason, stance, assessment)} ${words(reason)}`),
    ...recommendation.counterCase.map((reason) => `* ${counterLead[stance]} ${words(reason)}`),
    ...risksOfChoice(assessment, choice).map((risk) => `* Risk: ${escapeMarkdown(riskWords(risk))}`),
  ];
  return lines.length === 0 ? ["* None beyond the figures below."] : lines;
}

/** The model names risks of the design it prefers; of another choice only those hold that are of no design. */
export function risksOfChoice({ recommendation }: Assessment, choice: Architecture | "other" | null): readonly Risk[] {
  if (choice === null || choice === recommendation.preferred) return recommendation.risks;
  return recommendation.risks.filter(({ code }) => code === "judgement-inputs");
}

type Stance = "with the model" | "against the model" | "beside the model";

function stanceOf({ recommendation: { preferred } }: Assessment, choice: Architecture | "other" | null): Stance {
  if (choice === null) return "with the model";
  if (choice === "other" || preferred === null) return "beside the model";
  return familyOf(choice) === familyOf(preferred) ? "with the model" : "against the model";
}

const NEUTRAL = "Neutral, because of this:";
const counterLead: Readonly<Record<Stance, string>> = {
  "with the model": "Bad, because",
  "against the model": "Good, because",
  "beside the model": NEUTRAL,
};

function lead(reason: Reason, stance: Stance, assessment: Assessment): string {
  if (stance === "beside the model") return NEUTRAL;
  if (stance === "with the model") return "Good, because";
  return speaksForPreferred(reason, assessment) ? "Bad, because" : NEUTRAL;
}

/** The rest describes the bill, and argues for nobody by itself. */
function speaksForPreferred({ code, subject }: Reason, { recommendation }: Assessment): boolean {
  switch (code) {
    case "costs-less":
    case "less-to-operate":
    case "only-feasible":
    case "idle-cost":
    case "utilization-needed":
      return true;
    case "stops-at-share":
      return subject !== recommendation.preferred;
    default:
      return false;
  }
}

/** Words that lose their capital inside a sentence; names of services keep it. */
const ordinaryWord = /^(?:A|An|The|All|Above|Below|At|Containers|Each|Only|Saving|Serverless|Tuned)\b/;

function lower(text: string): string {
  return escapeMarkdown(ordinaryWord.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
}
