import type { Scenario } from "#test/scenarios/scenario.ts";
import { RESIZES, THUMBNAILS } from "./words.ts";

export const reviewScenarios: readonly Scenario[] = [
  {
    name: "a described workload gets a card with verdict, both figures, first limit, assumptions and Prime Video",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: `review ${RESIZES}` },
        expect: {
          card: "A",
          answers: 0,
          says: [
            /Monolith costs least: \$\d.* a month, against \$\d.* as described/,
            /in \*{0,2}\d+ of 100\*{0,2} plausible cases/i,
            /Breaks first/,
            /33% of your peak/,
            /Monolith on Fargate/,
            /Prime Video/,
            /rev 1/,
          ],
          buttons: ["Assumptions", "Limits", "Breakdown", "What flips it", "Decide"],
        },
      },
    ],
  },
  {
    name: "words with a workload in them are a review without the verb",
    steps: [{ as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A", answers: 0 } }],
  },
  {
    name: "a quiet workload is told to stay serverless",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: `review ${THUMBNAILS}` },
        expect: { card: "A", says: [/Serverless costs least/], never: [/Monolith costs least/] },
      },
    ],
  },
  {
    name: "review without words opens the form, and the form's answers are the review",
    steps: [
      { as: "ada", act: { kind: "slash", line: "review" }, expect: { answers: 0, form: /Review a workload/ } },
      {
        as: "ada",
        act: {
          kind: "submit",
          answers: {
            text: "Resize uploaded images in 3 Lambda steps, about 200 ms each at 1 GB",
            rate: "300 a second",
            orchestration: "step-functions-standard",
            handoff: "s3",
            region: "us-east-1",
          },
        },
        expect: { card: "A", says: [/Step Functions/, /rev 1/] },
      },
    ],
  },
  {
    name: "one answer that could change the verdict is asked for in the thread, with its answers as buttons",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: RESIZES },
        expect: { card: "A", says: [/Ask, correct and disagree here/] },
      },
    ],
  },
  {
    name: "a volume is never assumed: without one the person is asked, privately",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "review a Lambda of 200 ms at 512 MB behind API Gateway" },
        expect: { answers: 1, isPrivate: true, says: [/how often/i], never: [/rev 1/] },
      },
    ],
  },
  {
    name: "the answer to what was asked completes the description it was asked about",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "review a Lambda of 700 ms at 3 GB behind API Gateway" },
        expect: { says: [/how often/i] },
      },
      { as: "lin", act: { kind: "slash", line: "20 a second" }, expect: { card: "B", never: [/700 ms/] } },
      { as: "ada", act: { kind: "slash", line: "50 a second" }, expect: { card: "A", says: [/700 ms/] } },
    ],
  },
  {
    name: "words without a workload say what to type",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "review our new shiny platform" },
        expect: { answers: 1, isPrivate: true, says: [/how often something runs/], buttons: ["Open the form"] },
      },
    ],
  },
  {
    name: "another cloud is out of scope, and said so in one sentence",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "review Azure Functions, 300 a second, 200 ms at 512 MB" },
        expect: { says: [/AWS/], never: [/Monolith costs least/] },
      },
    ],
  },
  {
    name: "an unknown region names those that are priced",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: "review 300 a second, 200 ms at 512 MB in eu-south-9" },
        expect: { answers: 1, isPrivate: true, says: [/eu-south-9/], never: [/rev 1/] },
      },
    ],
  },
  {
    name: "secrets in the words are gone before anything is kept or shown",
    steps: [
      {
        as: "ada",
        act: { kind: "slash", line: `${RESIZES} with key AKIAIOSFODNN7EXAMPLE` },
        expect: { card: "A", never: [/AKIAIOSFODNN7EXAMPLE/] },
      },
      {
        as: "ada",
        act: { kind: "slash", line: "export" },
        expect: { never: [/AKIAIOSFODNN7EXAMPLE/] },
      },
    ],
  },
];
