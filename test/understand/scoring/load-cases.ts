import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { readDescription } from "#src/understand/read-description.ts";
import { type DescriptionCase, descriptionCaseSchema } from "./description-case.ts";
import { type Score, scoreDescription } from "./score-description.ts";

const setSchema = z.looseObject({ descriptions: z.array(descriptionCaseSchema) });

/** Sets of example descriptions by name: the published one, then our own in the order they were written. */
export const descriptionSets: Readonly<Record<string, string>> = {
  published: "understanding-published.json",
  own: "understanding-own-descriptions.json",
  "own 2": "understanding-own-descriptions-2.json",
  "own 3": "understanding-own-descriptions-3.json",
  "own 4": "understanding-own-descriptions-4.json",
  "own 5": "understanding-own-descriptions-5.json",
  "own 6": "understanding-own-descriptions-6.json",
  "own 7": "understanding-own-descriptions-7.json",
  "own 8": "understanding-own-descriptions-8.json",
  "own 9": "understanding-own-descriptions-9.json",
  "own 10": "understanding-own-descriptions-10.json",
  "own 11": "understanding-own-descriptions-11.json",
  "own 12": "understanding-own-descriptions-12.json",
  "own 13": "understanding-own-descriptions-13.json",
  "own 14": "understanding-own-descriptions-14.json",
  "own 15": "understanding-own-descriptions-15.json",
  "own 16": "understanding-own-descriptions-16.json",
};

export function loadCases(file: string): DescriptionCase[] {
  const url = new URL(`../../fixtures/${file}`, import.meta.url);
  return setSchema.parse(JSON.parse(readFileSync(url, "utf8"))).descriptions;
}

/** Reads every description of a set and scores it, with no language model. */
export function scoreSet(file: string): Score[] {
  const catalog = loadCatalog();
  return loadCases(file).map((example) => {
    const answer = answerDescription(readDescription(example.text), catalog);
    return scoreDescription(example, { ...answer, workload: { ...answer.workload } });
  });
}
