import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES, THUMBNAILS } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };
const decideMonolith: Step = {
  as: "ada",
  act: { kind: "slash", line: "decide {A} fargate because the load is steady" },
  expect: {
    answers: 1,
    inThreadOf: "A",
    says: [/Decided: Monolith on Fargate/i, /Because/, /the load is steady/, /Look again when/],
    buttons: ["Get the ADR", "Add dissent", "Reopen"],
  },
};

export const decideScenarios: readonly Scenario[] = [
  {
    name: "a decision goes on record with its reason, and the card says so",
    steps: [begin, { ...decideMonolith, expect: { ...decideMonolith.expect, edited: { card: "A", revision: 1 } } }],
  },
  {
    name: "the Decide button asks what and why, and preselects nothing",
    steps: [
      begin,
      { as: "lin", act: { kind: "press", on: "A", label: "Decide" }, expect: { form: /Record the decision/ } },
      {
        as: "lin",
        act: { kind: "submit", answers: { choice: "serverless-tuned", reason: "Nobody gets paged for it" } },
        expect: { answers: 1, inThreadOf: "A", says: [/Decided: Tuned serverless/i, /Nobody gets paged/, /lin/] },
      },
    ],
  },
  {
    name: "what no tuning makes cheaper cannot be decided tuned",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "40 videos an hour, 10 minutes each at 8 GB on 4 cores, us-east-1" },
        expect: { card: "A" },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "decide {A} tuned because nobody gets paged" },
        expect: { answers: 1, says: [/no tuning makes it cheaper/, /Name serverless/], never: [/Decided/] },
      },
    ],
  },
  {
    name: "outside a thread and without an id, decide asks which review is meant",
    steps: [
      begin,
      { as: "ada", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      {
        as: "ada",
        act: { kind: "slash", line: "decide monolith because we know containers" },
        expect: { answers: 1, isPrivate: true, says: [/Which review/], never: [/Decided/] },
      },
    ],
  },
  {
    name: "dissent is kept with its author, and reopening takes the decision off the card",
    steps: [
      begin,
      decideMonolith,
      { as: "lin", act: { kind: "press", on: "last", label: "Add dissent" }, expect: { form: /Add dissent/ } },
      {
        as: "lin",
        act: { kind: "submit", answers: { dissent: "Tuned Lambda is three thousand more and nobody gets paged" } },
        expect: { answers: 1, inThreadOf: "A", says: [/Dissent/, /nobody gets paged/, /lin/] },
      },
      {
        as: "ada",
        act: { kind: "press", on: "last", label: "Reopen" },
        expect: { answers: 1, says: [/is open again/], edited: { card: "A", revision: 1 } },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "decide {A} reopen" },
        expect: { isPrivate: true, says: [/Nothing is decided/] },
      },
    ],
  },
  {
    name: "the decision record is a file with figures, assumptions, dissent, triggers and catalog",
    steps: [
      begin,
      decideMonolith,
      { as: "lin", act: { kind: "slash", line: "decide {A} dissent: too early to say" } },
      {
        as: "ada",
        act: { kind: "press", on: "last", label: "Get the ADR" },
        expect: {
          file: {
            name: /^adr-.*\.md$/,
            content: [
              /^---\nstatus: accepted/,
              /## Considered Options/,
              /Chosen option: "Monolith on Fargate", because the load is steady/,
              /too early to say/,
              /Look again when/,
              /catalog/,
            ],
          },
        },
      },
    ],
  },
  {
    name: "before a decision the record is a proposal",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "adr {A}" },
        expect: { file: { name: /\.md$/, content: [/status: proposed/] } },
      },
    ],
  },
  {
    name: "a decision stands on the revision it was taken on",
    steps: [
      begin,
      decideMonolith,
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "what if traffic doubles?" },
        expect: { edited: { card: "A", revision: 2 } },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "adr {A}" },
        expect: { file: { name: /\.md$/, content: [/rev 1/, /300 image resizes|300 resizes/] } },
      },
    ],
  },
  {
    name: "something else can be decided too",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "decide {A} other: Kubernetes because the platform team runs it" },
        expect: { answers: 1, says: [/Decided: Kubernetes/, /the platform team runs it/] },
      },
    ],
  },
  {
    name: "what people tell each other is offered as a decision, not recorded",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "let's go with the monolith", addressed: false },
        expect: {
          answers: 1,
          inThreadOf: "A",
          says: [/Record the decision/],
          never: [/Decided:/],
          buttons: ["Record"],
        },
      },
      {
        as: "ada",
        act: { kind: "press", on: "last", label: "Record" },
        expect: { answers: 1, says: [/Decided: Monolith on Fargate/i] },
      },
    ],
  },
  {
    name: "what the bill was stands beside what was predicted",
    steps: [
      begin,
      decideMonolith,
      {
        as: "ada",
        act: { kind: "slash", line: "actual {A} $6,100 2026-10" },
        expect: { answers: 1, inThreadOf: "A", says: [/2026-10: billed \$6\.1k/, /Predicted was \$5\.\dk/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "actual {A} 6000 2026-13" },
        expect: { isPrivate: true, says: [/no month/] },
      },
    ],
  },
];
