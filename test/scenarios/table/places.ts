import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES, THUMBNAILS } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

/** Every verb that takes a review's id, tried from a place where the review is not. */
const reaching = [
  "limits {A}",
  "breakdown {A}",
  "assumptions {A}",
  "break-even {A}",
  "flips {A}",
  "explain {A} $138k",
  "whatif {A} traffic doubles",
  "undo {A}",
  "compare {A} {B}",
  "case {A}",
  "decide {A} monolith because",
  "decide {A} dissent no",
  "decide {A} reopen",
  "adr {A}",
  "actual {A} 5 2026-10",
  "quota {A} lambda.concurrency 9",
  "discount {A} 50",
  "forget {A}",
  "forget {A} yes",
];

const unreachable = (place: string): Step[] =>
  reaching.map((line) => ({
    as: "eve",
    in: place,
    act: { kind: "slash", line },
    expect: { isPrivate: true, says: [/no review {A} in this channel/], never: [/\$\d/] },
  }));

/** A quota and a discount named with a review that is not there are not kept either. */
const nothingKept = (place: string): Step => ({
  as: "eve",
  in: place,
  act: { kind: "slash", line: "quota" },
  expect: { says: [/has set no quota/] },
});

export const placeScenarios: readonly Scenario[] = [
  {
    name: "no verb reaches a review of another channel",
    steps: [
      begin,
      { as: "eve", in: "acme/ops", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      ...unreachable("acme/ops"),
      nothingKept("acme/ops"),
      {
        as: "ada",
        act: { kind: "slash", line: "export" },
        expect: { file: { name: /json$/, content: [/^(?![\s\S]*"eve")[\s\S]*$/] } },
      },
    ],
  },
  {
    name: "no verb reaches a review of another tenant",
    steps: [
      begin,
      { as: "eve", in: "globex/design", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      ...unreachable("globex/design"),
      nothingKept("globex/design"),
      { as: "eve", in: "globex/design", act: { kind: "slash", line: "forget me yes" } },
      { as: "eve", in: "globex/design", act: { kind: "slash", line: "forget channel yes" } },
      { as: "ada", act: { kind: "slash", line: "limits {A}" }, expect: { says: [/What breaks first/] } },
    ],
  },
  {
    name: "verbs without an id mean this channel's own newest, never another's",
    steps: [
      begin,
      {
        as: "eve",
        in: "acme/ops",
        act: { kind: "slash", line: "limits" },
        expect: { isPrivate: true, says: [/no review in this channel yet/] },
      },
      {
        as: "eve",
        in: "acme/ops",
        act: { kind: "slash", line: "export" },
        expect: { file: { name: /json$/, content: [/"reviews": \[\]/] } },
      },
    ],
  },
  {
    name: "cards and answers are seen only where they were asked for",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: RESIZES },
        expect: { card: "A", unseenBy: { as: "eve", in: "acme/ops" } },
      },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "what if traffic doubles?" },
        expect: { answers: 1, unseenBy: { as: "eve", in: "globex/design" } },
      },
    ],
  },
  {
    name: "two people at once: both changes are kept, one after the other",
    steps: [
      begin,
      {
        as: "ada",
        act: {
          kind: "both",
          first: { kind: "say", card: "A", text: "what if traffic doubles?" },
          second: { kind: "say", card: "A", text: "move to Ireland" },
          secondAs: "lin",
        },
        expect: { answers: 2, edited: { card: "A", revision: 3 } },
      },
      { as: "ada", act: { kind: "press", on: "A", label: "Assumptions" }, expect: { says: [/eu-west-1/, /600/] } },
    ],
  },
  {
    name: "two people at once in two channels do not meet",
    steps: [
      {
        as: "ada",
        act: {
          kind: "both",
          first: { kind: "slash", line: RESIZES },
          second: { kind: "slash", line: THUMBNAILS },
          secondAs: "lin",
        },
        expect: { answers: 0 },
      },
      {
        as: "ada",
        in: "acme/ops",
        act: { kind: "slash", line: "export" },
        expect: { file: { name: /json$/, content: [/"reviews": \[\]/] } },
      },
    ],
  },
];
