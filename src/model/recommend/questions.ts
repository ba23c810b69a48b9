import type { Driver, Family, Question } from "#src/model/assessment.ts";

const MOST_QUESTIONS = 3;
/** A verdict this sure needs no question about the widest input. */
const SURE = 0.95;

/**
 * At most three questions, those whose answer could change the verdict: an end of the input's range lets another
 * family win. Where none can alone, the input that explains most of the spread, unless the verdict is sure.
 */
export function questionsFrom(drivers: readonly Driver[], family: Family | null, confidence: number): Question[] {
  const deciding = drivers.filter(
    (driver) => family !== null && (driver.winnerAtLow !== family || driver.winnerAtHigh !== family),
  );
  if (deciding.length > 0) {
    return unique(deciding).map(({ path }): Question => ({ path, reason: "decides" }));
  }
  const [widest] = drivers;
  return confidence >= SURE || widest === undefined ? [] : [{ path: widest.path, reason: "widest" }];
}

function unique(drivers: readonly Driver[]): Driver[] {
  const seen = new Set<string>();
  return drivers.filter(({ path }) => (seen.has(path) ? false : seen.add(path) !== undefined)).slice(0, MOST_QUESTIONS);
}
