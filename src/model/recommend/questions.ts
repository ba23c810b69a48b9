import type { Driver, Family, Question } from "#src/model/assessment.ts";

const MOST_QUESTIONS = 3;
/** A verdict this sure needs no question about the widest input. */
const SURE = 0.95;
/** An input that explains less than this of the spread settles nothing. */
const WORTH_ASKING = 0.1;

/**
 * At most three questions, those whose answer could change the verdict: an end of the input's range lets another
 * family win. Where none can alone, the input that explains most of the spread, unless the verdict is sure.
 *
 * @param winner family that wins at typical values: an end of a range decides when another one wins there
 */
export function questionsFrom(drivers: readonly Driver[], winner: Family | null, confidence: number): Question[] {
  const deciding = drivers.filter(
    ({ winnerAtLow, winnerAtHigh }) => winner !== null && (winnerAtLow !== winner || winnerAtHigh !== winner),
  );
  if (deciding.length > 0) {
    return unique(deciding).map(({ path }): Question => ({ path, reason: "decides" }));
  }
  const [widest] = drivers;
  return confidence >= SURE || widest === undefined || widest.explains < WORTH_ASKING
    ? []
    : [{ path: widest.path, reason: "widest" }];
}

function unique(drivers: readonly Driver[]): Driver[] {
  const seen = new Set<string>();
  return drivers.filter(({ path }) => (seen.has(path) ? false : seen.add(path) !== undefined)).slice(0, MOST_QUESTIONS);
}
