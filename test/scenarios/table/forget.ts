import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES, THUMBNAILS } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

export const forgetScenarios: readonly Scenario[] = [
  {
    name: "forgetting a review asks once, deletes it, says what went, and empties the card",
    steps: [
      begin,
      { as: "ada", act: { kind: "say", card: "A", text: "what if traffic doubles?" } },
      {
        as: "ada",
        act: { kind: "slash", line: "forget {A}" },
        expect: { answers: 1, isPrivate: true, says: [/Delete review/, /2 revisions/], buttons: ["Delete", "Keep"] },
      },
      { as: "ada", act: { kind: "slash", line: "limits {A}" }, expect: { says: [/What breaks first/] } },
      {
        as: "ada",
        act: { kind: "press", on: "last", label: "Delete" },
        expect: { isPrivate: true, says: [/Deleted review/, /was deleted by/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "limits {A}" },
        expect: { isPrivate: true, says: [/no review {A} in this channel/] },
      },
    ],
  },
  {
    name: "keeping is one press too",
    steps: [
      begin,
      { as: "ada", act: { kind: "slash", line: "forget {A}" } },
      { as: "ada", act: { kind: "press", on: "last", label: "Keep" }, expect: { answers: 1, says: [/Kept/] } },
      { as: "ada", act: { kind: "slash", line: "limits {A}" }, expect: { says: [/What breaks first/] } },
    ],
  },
  {
    name: "somebody else's review can't be deleted",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "slash", line: "forget {A}" },
        expect: { isPrivate: true, says: [/started by ada/], never: [/Delete review/] },
      },
      {
        as: "lin",
        act: { kind: "slash", line: "forget {A} yes" },
        expect: { isPrivate: true, says: [/started by ada/] },
      },
      { as: "ada", act: { kind: "slash", line: "limits {A}" }, expect: { says: [/What breaks first/] } },
    ],
  },
  {
    name: "forget without an id asks which review is meant",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "forget" },
        expect: { answers: 1, isPrivate: true, says: [/Which review/] },
      },
    ],
  },
  {
    name: "forgetting a person takes their own reviews, and their name and words out of the others",
    steps: [
      begin,
      { as: "lin", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "no, 200 a second" },
        expect: { edited: { card: "A", revision: 2 } },
      },
      {
        as: "lin",
        act: { kind: "slash", line: "forget me" },
        expect: { answers: 1, isPrivate: true, says: [/kept of you/, /1 review/] },
      },
      {
        as: "lin",
        act: { kind: "press", on: "last", label: "Delete" },
        expect: { isPrivate: true, says: [/Deleted what is kept of you/] },
      },
      { as: "ada", act: { kind: "slash", line: "limits {B}" }, expect: { isPrivate: true, says: [/no review {B}/] } },
      {
        as: "ada",
        act: { kind: "slash", line: "export" },
        expect: {
          file: {
            name: /\.json$/,
            content: [/"someone"/, /^(?![\s\S]*"lin")[\s\S]*$/, /^(?![\s\S]*no, 200 a second)[\s\S]*$/],
          },
        },
      },
    ],
  },
  {
    name: "forget me everywhere reaches the person's part in every channel of the workspace, in no other workspace",
    steps: [
      { as: "lin", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "A" } },
      { as: "lin", in: "acme/ops", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      { as: "lin", in: "globex/design", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "C" } },
      {
        as: "lin",
        act: { kind: "slash", line: "forget me everywhere" },
        expect: { isPrivate: true, says: [/every channel/, /2 reviews/] },
      },
      {
        as: "lin",
        act: { kind: "press", on: "last", label: "Delete" },
        expect: { isPrivate: true, says: [/Deleted what is kept of you/] },
      },
      { as: "ada", in: "acme/ops", act: { kind: "slash", line: "limits {B}" }, expect: { says: [/no review {B}/] } },
      {
        as: "ada",
        in: "globex/design",
        act: { kind: "slash", line: "limits {C}" },
        expect: { says: [/What breaks first/] },
      },
    ],
  },
  {
    name: "forgetting a channel deletes everything in it and tells everybody who did",
    steps: [
      begin,
      { as: "lin", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "B" } },
      { as: "lin", in: "acme/ops", act: { kind: "slash", line: THUMBNAILS }, expect: { card: "C" } },
      {
        as: "ada",
        act: { kind: "slash", line: "forget channel" },
        expect: { answers: 1, isPrivate: true, says: [/everything of this channel/, /2 reviews/] },
      },
      {
        as: "ada",
        act: { kind: "press", on: "last", label: "Delete" },
        expect: { says: [/Everything kept of this channel was deleted/, /ada/] },
      },
      {
        as: "lin",
        act: { kind: "slash", line: "limits" },
        expect: { isPrivate: true, says: [/no review in this channel/] },
      },
      {
        as: "lin",
        in: "acme/ops",
        act: { kind: "slash", line: "limits {C}" },
        expect: { says: [/What breaks first/] },
      },
    ],
  },
];
