import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

export const helpScenarios: readonly Scenario[] = [
  {
    name: "help lists every verb in four groups, and explains one",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "help" },
        expect: {
          answers: 1,
          isPrivate: true,
          says: [/Ask/, /Look closer/, /Decide/, /Keep watch/, /break-even/, /forget/],
        },
      },
      { as: "ada", act: { kind: "slash", line: "" }, expect: { answers: 1, says: [/Describe a workload/] } },
      {
        as: "ada",
        act: { kind: "slash", line: "help decide" },
        expect: { answers: 1, says: [/Record the decision|record the decision/, /dissent/] },
      },
    ],
  },
  {
    name: "a slip of the finger gets the nearest verb and three examples",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "limts" },
        expect: { answers: 1, isPrivate: true, says: [/Did you mean "limits"/, /\/rethink review/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "frobnicate" },
        expect: { answers: 1, isPrivate: true, says: [/No verb "frobnicate"/] },
      },
    ],
  },
  {
    name: "stray commas, blanks and capitals do no harm",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "  ,Limits ,  {A} ?" },
        expect: { answers: 1, says: [/What breaks first/] },
      },
      { as: "ada", act: { kind: "slash", line: '"break even"' }, expect: { answers: 1, says: [/resizes a second/] } },
    ],
  },
  {
    name: "verbs that need a review say that there is none yet",
    steps: ["limits", "whatif traffic doubles", "undo", "decide monolith", "adr"].map((line) => ({
      as: "ada",
      act: { kind: "slash", line } as const,
      expect: { answers: 1, isPrivate: true, says: [/no review in this channel yet/] },
    })),
  },
  {
    name: "nonsense figures are refused in one sentence",
    steps: ["review 0 requests a second, 200 ms at 512 MB", "review 1e308 requests a second, 200 ms at 512 MB"].map(
      (line) => ({
        as: "ada",
        act: { kind: "slash", line } as const,
        expect: { isPrivate: true, never: [/rev 1/, /NaN|Infinity|undefined|null/] },
      }),
    ),
  },
];

export const robustnessScenarios: readonly Scenario[] = [
  {
    name: "an event delivered twice is worked once",
    steps: [
      begin,
      { as: "ada", act: { kind: "redelivery" }, expect: { answers: 0 } },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "what if traffic doubles?" },
        expect: { answers: 1, edited: { card: "A", revision: 2 } },
      },
      { as: "lin", act: { kind: "redelivery" }, expect: { answers: 0, never: [/rev 3/] } },
    ],
  },
  {
    name: "a restart forgets nothing: thread, settings, decision and undo go on",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "quota lambda.concurrency 5000" },
        expect: { edited: { card: "A", revision: 2 } },
      },
      { as: "ada", act: { kind: "slash", line: "decide {A} fargate because it is steady" } },
      { as: "ada", act: { kind: "restart" } },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "what if traffic doubles?" },
        expect: { answers: 1, inThreadOf: "A", edited: { card: "A", revision: 3 }, says: [/300 → 600/] },
      },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "undo" },
        expect: { edited: { card: "A", revision: 4 }, says: [/600 → 300/] },
      },
      { as: "lin", act: { kind: "slash", line: "limits {A}" }, expect: { says: [/5,000 \(yours\)/] } },
      {
        as: "lin",
        act: { kind: "slash", line: "adr {A}" },
        expect: { file: { name: /md$/, content: [/it is steady/] } },
      },
    ],
  },
];
