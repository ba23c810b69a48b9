import { isClean, type Score } from "./score-description.ts";

/** Scores of one set or one style, as the eval prints them. */
export interface Summary {
  cases: number;
  clean: number;
  /** Share of values found. */
  recall: number;
  /** Of the values shown as stated or inferred, the share that was asked for and right. */
  precision: number;
  honesty: number;
  inventionsPerCase: number;
  /** Share of critical values wrong while shown as stated. */
  misreads: number;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export function summarise(scores: readonly Score[]): Summary {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const values = sum((score) => score.values);
  const missed = sum((score) => score.missed.length);
  const wrong = sum((score) => score.misreads.length + score.inventions.length + score.dishonest.length);
  const inventions = sum((score) => score.inventions.length);
  return {
    cases: scores.length,
    clean: scores.filter(isClean).length,
    recall: share(values - missed, values),
    precision: share(values - missed, values - missed + wrong),
    honesty: share(
      sum((score) => score.assumed - score.dishonest.length),
      sum((score) => score.assumed),
    ),
    inventionsPerCase: scores.length === 0 ? 0 : inventions / scores.length,
    misreads:
      1 -
      share(
        sum((score) => score.criticals - score.misreads.length),
        sum((score) => score.criticals),
      ),
  };
}

/** Summaries by style, in alphabetical order. */
export function byStyle(scores: readonly Score[]): [style: string, Summary][] {
  const styles = [...new Set(scores.map((score) => score.style))].sort();
  return styles.map((style) => [style, summarise(scores.filter((score) => score.style === style))]);
}
