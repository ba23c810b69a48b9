import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES, THUMBNAILS } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

export const lookCloserScenarios: readonly Scenario[] = [
  {
    name: "details open for the person who pressed, and for all with Show everyone",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "press", on: "A", label: "Limits" },
        expect: {
          answers: 1,
          isPrivate: true,
          says: [/What breaks first/, /Step Functions, starts/, /300\/s/, /Lambda, running at once/],
          buttons: ["Show everyone", "Enter our quotas"],
          unseenBy: { as: "ada", in: "acme/design" },
        },
      },
      {
        as: "lin",
        act: { kind: "press", on: "last", label: "Show everyone" },
        expect: { answers: 1, isPrivate: false, inThreadOf: "A", says: [/What breaks first/] },
      },
    ],
  },
  {
    name: "the breakdown shows where the money goes, and every line of one option",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "press", on: "A", label: "Breakdown" },
        expect: { answers: 1, isPrivate: true, says: [/\$137,970/, /Step Functions/], buttons: ["Why this figure?"] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "breakdown {A} monolith" },
        expect: { answers: 1, says: [/Every line, (?:a|the) monolith on Fargate/i] },
      },
    ],
  },
  {
    name: "why a figure: arithmetic, who said each input, price and its date",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "why $138k?" },
        expect: {
          answers: 1,
          inThreadOf: "A",
          says: [/\$138k is Step Functions Standard/, /5,518\.8M/, /\$0\.025 per 1,000/, /\$137,970/],
        },
      },
    ],
  },
  {
    name: "assumptions, break-even and flips can be asked for by verb, synonym and sentence",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "assumptions" },
        expect: { answers: 1, isPrivate: true, says: [/Assumptions, the weightiest first/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "crossover for {A}, please" },
        expect: { answers: 1, says: [/resizes a second/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "what flips it" },
        expect: { answers: 1, says: [/What would have to be true/] },
      },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "what breaks first?" },
        expect: { answers: 1, inThreadOf: "A", says: [/What breaks first/] },
      },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "what did you assume?" },
        expect: { answers: 1, says: [/Assumptions/] },
      },
    ],
  },
  {
    name: "a review is meant by its id anywhere in the line, in any case; otherwise the newest is",
    steps: [
      begin,
      { as: "ada", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      { as: "ada", act: { kind: "slash", line: "limits" }, expect: { answers: 1, never: [/Step Functions, starts/] } },
      {
        as: "ada",
        act: { kind: "slash", line: "LIMITS for {A}, please" },
        expect: { answers: 1, says: [/Step Functions, starts/] },
      },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "what breaks first?" },
        expect: { says: [/Step Functions, starts/] },
      },
    ],
  },
  {
    name: "two reviews side by side",
    steps: [
      begin,
      { as: "lin", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      {
        as: "lin",
        act: { kind: "slash", line: "compare {A} {B}" },
        expect: { answers: 1, says: [/{A} and {B}, side by side/, /Verdict/, /Step Functions/] },
      },
      {
        as: "lin",
        act: { kind: "slash", line: "compare {A} and {A}" },
        expect: { isPrivate: true, says: [/takes two/] },
      },
    ],
  },
  {
    name: "the published case, with and without a review beside it",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "case prime-video" },
        expect: {
          answers: 1,
          says: [/What was published/, /What we rebuilt/, /5%|90%/],
          never: [/Your workload beside it/],
        },
      },
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "case {A}" },
        expect: { answers: 1, says: [/Your workload beside it/] },
      },
    ],
  },
  {
    name: "prices says which catalog is in use",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "prices" },
        expect: { answers: 1, isPrivate: true, says: [/Prices of/, /us-east-1/] },
      },
    ],
  },
];
