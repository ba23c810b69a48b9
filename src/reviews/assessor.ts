import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment } from "#src/model/assessment.ts";
import type { Assessor } from "./context.ts";

/** Assessments kept: a person presses several buttons of one card in a row. */
const REMEMBERED = 32;

/** The day the reference case was published: its reconstruction meets the quotas of that time. */
export const REFERENCE_CASE_QUOTAS_AS_OF = "2023-03-22";

/** The model with its catalogs, remembering the latest results (they are pure: nothing goes stale). */
export function createAssessor(remembered: number = REMEMBERED): Assessor {
  const results = new Map<string, Assessment>();
  return (input, dates) => {
    const key = JSON.stringify([input, dates.pricesAsOf, dates.quotasAsOf]);
    const known = results.get(key);
    results.delete(key);
    const result =
      known ??
      assess(
        input,
        loadCatalog({ pricesAsOf: dates.pricesAsOf, quotasAsOf: dates.quotasAsOf }),
        loadCatalog({ pricesAsOf: dates.pricesAsOf, quotasAsOf: REFERENCE_CASE_QUOTAS_AS_OF }),
      );
    results.set(key, result);
    const [oldest] = results.keys();
    if (results.size > remembered && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
