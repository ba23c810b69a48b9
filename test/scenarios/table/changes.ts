import type { Scenario, Step } from "#test/scenarios/scenario.ts";
import { RESIZES } from "./words.ts";

const begin: Step = { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } };

export const changeScenarios: readonly Scenario[] = [
  {
    name: "what if traffic doubles: the difference in the thread, the card edited in place",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "what if traffic doubles?" },
        expect: {
          answers: 1,
          inThreadOf: "A",
          edited: { card: "A", revision: 2 },
          says: [/300 → 600/, /Total/, /Winner/, /33% → \*{0,2}16%/, /lin/],
          buttons: ["Undo", "Limits"],
        },
      },
    ],
  },
  {
    name: "whatif by command does the same as saying it",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "whatif {A} traffic doubles" },
        expect: { answers: 1, inThreadOf: "A", edited: { card: "A", revision: 2 }, says: [/300 → 600/] },
      },
    ],
  },
  {
    name: "a correction in a sentence is taken as one",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "no, 200 a second" },
        expect: { answers: 1, edited: { card: "A", revision: 2 }, says: [/300 → 200/] },
      },
    ],
  },
  {
    name: "dropping the state machine shows that it was the money",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "use Express instead" },
        expect: { answers: 1, edited: { card: "A", revision: 2 }, says: [/Express/] },
      },
    ],
  },
  {
    name: "less memory also means less CPU: the duration moves with it and is said",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "halve the memory" },
        expect: {
          answers: 1,
          edited: { card: "A", revision: 2 },
          says: [/512 MB/, /instead of 200 ms: its CPU follows its memory/],
        },
      },
    ],
  },
  {
    name: "two changes in one sentence are one revision",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "double the traffic and move to Ireland" },
        expect: { answers: 1, edited: { card: "A", revision: 2 }, says: [/300 → 600/, /eu-west-1/] },
      },
    ],
  },
  {
    name: "a change and a question in one breath get both answers",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "double the traffic, and what breaks first then?" },
        expect: { answers: 2, edited: { card: "A", revision: 2 }, says: [/300 → 600/, /What breaks first/] },
      },
    ],
  },
  {
    name: "undo goes back one change, again one more, and then says that there is nothing left",
    steps: [
      begin,
      { as: "ada", act: { kind: "say", card: "A", text: "what if traffic doubles?" } },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "move to Ireland" },
        expect: { edited: { card: "A", revision: 3 } },
      },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "undo" },
        expect: { answers: 1, edited: { card: "A", revision: 4 }, says: [/us-east-1/], never: [/600 → 300/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "undo {A}" },
        expect: { answers: 1, edited: { card: "A", revision: 5 }, says: [/600 → 300/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "undo" },
        expect: { answers: 1, isPrivate: true, says: [/nothing to undo/] },
      },
    ],
  },
  {
    name: "the Undo button takes back what its message did",
    steps: [
      begin,
      { as: "ada", act: { kind: "say", card: "A", text: "what if traffic doubles?" } },
      {
        as: "lin",
        act: { kind: "press", on: "last", label: "Undo" },
        expect: { answers: 1, inThreadOf: "A", edited: { card: "A", revision: 3 }, says: [/600 → 300/] },
      },
    ],
  },
  {
    name: "an assumption is corrected through its button and form, with the reason and the name",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "press", on: "A", label: "Change: containers 70% busy" },
        expect: { form: /Change an assumption/ },
      },
      {
        as: "lin",
        act: { kind: "submit", answers: { value: "45%", why: "CloudWatch, last week" } },
        expect: { answers: 1, inThreadOf: "A", edited: { card: "A", revision: 2 }, says: [/45%/, /lin/] },
      },
      {
        as: "ada",
        act: { kind: "press", on: "A", label: "Assumptions" },
        expect: { says: [/Corrected/, /45%/, /lin/] },
      },
    ],
  },
  {
    name: "saying what is already so makes no revision",
    steps: [
      begin,
      { as: "ada", act: { kind: "say", card: "A", text: "no, 200 a second" } },
      {
        as: "ada",
        act: { kind: "say", card: "A", text: "no, 200 a second" },
        expect: { answers: 1, says: [/No figure changed/], never: [/rev 3/] },
      },
    ],
  },
  {
    name: "a value that can't be is refused, and nothing changes",
    steps: [
      begin,
      {
        as: "ada",
        act: { kind: "slash", line: "whatif {A} memory of -5 MB" },
        expect: { isPrivate: true, never: [/rev 2/] },
      },
    ],
  },
  {
    name: "chatter in the thread gets no answer",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "nice, thanks everyone!", addressed: false },
        expect: { answers: 0 },
      },
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "see you at the stand-up tomorrow", addressed: false },
        expect: { answers: 0 },
      },
    ],
  },
  {
    name: "addressed words that nobody can read get one short answer",
    steps: [
      begin,
      {
        as: "lin",
        act: { kind: "say", card: "A", text: "colourless green ideas sleep furiously" },
        expect: { answers: 1, says: [/could not read/], buttons: ["Help"] },
      },
    ],
  },
];
