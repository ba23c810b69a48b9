import { datesNotCovered, loadCatalog } from "#src/catalog/load.ts";
import { UserError } from "#src/errors.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment } from "#src/model/assessment.ts";
import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import type { ModelNote } from "#src/model/statement.ts";
import { redact } from "#src/redact.ts";
import { REFERENCE_CASE_QUOTAS_AS_OF } from "#src/reviews/assessor.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { ReviewRequest } from "./request.ts";

/** A review that was made, or what has to be asked first. */
export type ReviewResult =
  | {
      kind: "review";
      assessment: Assessment;
      /** The words it came from, redacted; empty for a workload. */
      said: string;
      /** What was understood in an unexpected way, in words. */
      readingNotes: readonly string[];
      ageDays: number;
      isOld: boolean;
    }
  | { kind: "ask"; message: string };

/** Reads the words or takes the workload, and assesses it. A missing rate is asked for; other faults are thrown. */
export function assessRequest(request: ReviewRequest, now: Date): ReviewResult {
  const catalog = loadCatalog(request.catalog);
  const reference = loadCatalog({ ...request.catalog, quotasAsOf: REFERENCE_CASE_QUOTAS_AS_OF });
  const said = redact(request.text ?? "").text;
  const described =
    request.workload === undefined
      ? parserUnderstanding(catalog).describe(said)
      : { kind: "workload" as const, workload: request.workload, origins: {}, notes: [] };
  if (described.kind === "ask") return { kind: "ask", message: described.message };
  const { notes: readingNotes, ...input } = described;
  try {
    const assessment = assess({ ...input, notes: dateNotes(request, catalog.pricesAsOf) }, catalog, reference);
    const ageDays = catalogAgeDays(catalog.pricesAsOf, now);
    return { kind: "review", assessment, said, readingNotes, ageDays, isOld: isOld(ageDays) };
  } catch (error) {
    if (error instanceof UserError && error.code === "missing-rate") return { kind: "ask", message: error.sentence };
    throw error;
  }
}

/** Prices of a day before the oldest snapshot are those of the oldest: the reader is told. */
function dateNotes(request: ReviewRequest, used: string): ModelNote[] {
  const asked = request.catalog.pricesAsOf;
  if (asked === undefined || datesNotCovered(request.catalog).length === 0) return [];
  return [{ code: "prices-older-than-asked", asked, used }];
}
