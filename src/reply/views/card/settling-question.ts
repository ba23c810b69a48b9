import type { Assessment } from "#src/model/assessment.ts";
import { isPreference } from "#src/reply/wording/path-label.ts";
import { flippingEnds } from "./assumption-lines.ts";

/** The one input worth asking about up front: an answer of it changes the verdict. Null when there is none. */
export function decidingPath(assessment: Assessment): string | null {
  const asked = assessment.questions.filter(({ reason }) => reason === "decides").map(({ path }) => path);
  const deciding = asked.filter((path) => decides(path, assessment));
  return measurableFirst(deciding);
}

/** An input that explains less than this of the spread settles nothing: only building it would. */
const SETTLES_FROM = 0.1;

/** What would settle a tie: the deciding input, else the one that explains most. Null when no answer would. */
export function settlingPath(assessment: Assessment): string | null {
  const weighty = assessment.drivers.filter(({ explains }) => explains >= SETTLES_FROM);
  return decidingPath(assessment) ?? measurableFirst(weighty.map(({ path }) => path));
}

function decides(path: string, assessment: Assessment): boolean {
  const driver = assessment.drivers.find((entry) => entry.path === path);
  return driver === undefined || flippingEnds(assessment, driver).length > 0;
}

/** What work is worth is a preference: it settles nothing that could be measured, so it comes last. */
function measurableFirst(paths: readonly string[]): string | null {
  return paths.find((path) => !isPreference(path)) ?? paths[0] ?? null;
}
