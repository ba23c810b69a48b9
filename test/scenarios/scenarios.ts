import type { Scenario } from "./scenario.ts";
import { changeScenarios } from "./table/changes.ts";
import { decideScenarios } from "./table/decide.ts";
import { forgetScenarios } from "./table/forget.ts";
import { helpScenarios, robustnessScenarios } from "./table/help-and-errors.ts";
import { lookCloserScenarios } from "./table/look-closer.ts";
import { placeScenarios } from "./table/places.ts";
import { reviewScenarios } from "./table/review.ts";
import { settingScenarios } from "./table/settings.ts";

/** Every conversation, played unchanged on each platform. */
export const scenarios: readonly Scenario[] = [
  ...reviewScenarios,
  ...changeScenarios,
  ...lookCloserScenarios,
  ...decideScenarios,
  ...settingScenarios,
  ...forgetScenarios,
  ...placeScenarios,
  ...helpScenarios,
  ...robustnessScenarios,
];
