import { describe, expect, it } from "vitest";
import { descriptionSets, scoreSet } from "./scoring/load-cases.ts";
import { summarise } from "./scoring/summary.ts";

describe("reading example descriptions without a language model", () => {
  it.each(Object.entries(descriptionSets))(
    "finds the values of the %s set and shows nothing wrong as stated",
    (_, file) => {
      const scores = scoreSet(file);
      const summary = summarise(scores);
      expect(scores.flatMap((score) => score.misreads.map((misread) => `${score.id} ${misread}`))).toEqual([]);
      expect(scores.flatMap((score) => score.dishonest.map((path) => `${score.id} ${path}`))).toEqual([]);
      expect(scores.flatMap((score) => score.inventions.map((path) => `${score.id} ${path}`))).toEqual([]);
      expect(summary.recall).toBeGreaterThanOrEqual(0.98);
    },
  );
});
