import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

export const settingScenarios: readonly Scenario[] = [
  {
    name: "a quota AWS granted counts from then on, in this channel",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "quota lambda.concurrency 5000" },
        expect: {
          answers: 2,
          inThreadOf: "A",
          edited: { card: "A", revision: 2 },
          says: [/5,000 in this channel/, /quota lambda\.concurrency default/],
        },
      },
      { as: "ada", act: { kind: "slash", line: "limits" }, expect: { says: [/5,000 \(yours\)/] } },
      { as: "lin", act: { kind: "slash", line: RESIZES }, expect: { card: "B" } },
      { as: "lin", act: { kind: "slash", line: "limits {B}" }, expect: { says: [/5,000 \(yours\)/] } },
      { as: "lin", in: "acme/ops", act: { kind: "slash", line: RESIZES }, expect: { card: "C" } },
      { as: "lin", in: "acme/ops", act: { kind: "slash", line: "limits {C}" }, expect: { never: [/yours\)/] } },
      {
        as: "lin",
        act: { kind: "slash", line: "quota" },
        expect: { answers: 1, isPrivate: true, says: [/Lambda, running at once/, /5,000/, /ada/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "quota lambda.concurrency default" },
        expect: { says: [/back to AWS's default/] },
      },
    ],
  },
  {
    name: "the quotas button asks which and how many, and what is entered counts",
    steps: [
      begin,
      { as: "lin", act: { kind: "press", on: "A", label: "Limits" }, expect: { buttons: ["Enter our quotas"] } },
      {
        as: "lin",
        act: { kind: "press", on: "last", label: "Enter our quotas" },
        expect: { form: /Enter our quotas/ },
      },
      {
        as: "lin",
        act: { kind: "submit", answers: { name: "lambda.concurrency", value: "5,000" } },
        expect: { inThreadOf: "A", edited: { card: "A", revision: 2 }, says: [/5,000 in this channel/] },
      },
    ],
  },
  {
    name: "a hard limit is not a quota to raise, and an unknown one names the nearest",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "quota lambda.timeout 2000" },
        expect: { isPrivate: true, says: [/hard limit/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "quota lambda.concurency 2000" },
        expect: { isPrivate: true, says: [/lambda\./] },
      },
    ],
  },
  {
    name: "a negotiated discount lowers what is shown, and 0 takes it back",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "discount 20%" },
        expect: { answers: 2, edited: { card: "A", revision: 2 }, says: [/20% off list prices/, /\(−2\d%\)/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "discount 0" },
        expect: { edited: { card: "A", revision: 3 }, says: [/list prices/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "discount 150" },
        expect: { isPrivate: true, says: [/under 100 percent/] },
      },
    ],
  },
];
