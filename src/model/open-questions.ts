import type { Question } from "./assessment.ts";
import { openBooks } from "./books.ts";
import type { Catalog } from "./catalog.ts";
import { cheapestTunings, evaluate } from "./evaluate.ts";
import { parameterRanges } from "./parameters.ts";
import { copyScene, variablesOf } from "./range/variables.ts";
import { sceneOf } from "./scene-of.ts";
import { leadOf, winningFamily } from "./winner.ts";
import type { UnderstoodWorkload } from "./workload.ts";

const MOST_QUESTIONS = 3;

/**
 * What to ask of a workload that was only read, not yet assessed: the open inputs whose range lets another family win
 * at one of its ends, the one that moves the comparison most first. No sampling, so a thousand texts take a second.
 * Empty where the region has no prices or the rate is zero: `assess` says so.
 */
export function openQuestions(understood: UnderstoodWorkload, catalog: Catalog): Question[] {
  const { workload, origins } = understood;
  if (workload.ratePerSecond <= 0 || !catalog.regions.includes(workload.region)) return [];
  const ranges = parameterRanges(catalog);
  const scene = sceneOf(understood, openBooks(catalog, workload.region), ranges);
  const chosen = cheapestTunings(scene);
  const winner = winningFamily(evaluate(scene, chosen), scene.parameters);
  return variablesOf(scene, origins, ranges)
    .filter(({ path }) => !path.startsWith("assumptions["))
    .map((variable) => {
      const ends = [variable.low, variable.high].map((value) => {
        const draft = copyScene(scene);
        variable.apply(draft, value);
        const outcomes = evaluate(draft, chosen);
        return { family: winningFamily(outcomes, draft.parameters), lead: leadOf(outcomes, draft.parameters) };
      });
      const [low, high] = ends;
      return {
        path: variable.path,
        decides: ends.some(({ family }) => family !== winner),
        moves: Math.abs((low?.lead ?? 0) - (high?.lead ?? 0)),
      };
    })
    .filter(({ decides }) => decides)
    .sort((a, b) => b.moves - a.moves)
    .slice(0, MOST_QUESTIONS)
    .map(({ path }): Question => ({ path, reason: "decides" }));
}
