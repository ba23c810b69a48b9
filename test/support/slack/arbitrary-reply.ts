import fc from "fast-check";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Action, Block, Form, FormField, Reply, Span } from "#src/reply/reply.ts";
import { verbs } from "#src/reply/verbs.ts";

/** Text as hostile as people and catalogs can make it. */
const nasty = fc.constantFrom(
  "<!channel> <!here> <@U123|ada> <#C1|general>",
  "<javascript:alert(1)|click> <https://example.com|x>",
  "*bold* _it_ ~no~ `code` ```block```",
  "& < > &amp; &lt;!channel&gt;",
  ":tada: :+1: 12:30:45",
  "> quoted\n> again",
  "\u0000\u001b[31mred\u202Eevil\u200B",
  "👩‍👩‍👧‍👦🏳️‍🌈é",
  "\uD800",
  "𝕏".repeat(400),
  "a".repeat(4000),
  "<".repeat(3500),
  "word ".repeat(1500),
  "1".repeat(308),
  "line\n".repeat(300),
  "",
  " ",
  "\n\n",
);
const text = fc.oneof({ weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) }, nasty);

export const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    text,
    style: fc.constantFrom("plain", "strong", "quiet", "code"),
  }),
  fc.record({ kind: fc.constant("person" as const), id: fc.string(), name: text }),
);
const spans = fc.array(span, { maxLength: 6 });

const args = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), text, { maxKeys: 3 });
const verb = fc.constantFrom(...verbs);

const field: fc.Arbitrary<FormField> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("text" as const),
      name: fc.stringMatching(/^[a-z]{1,12}$/),
      label: fc.string({ minLength: 1 }).map((label) => `${label}.`),
      placeholder: text,
      hint: text.map((hint) => `${hint}.`),
      multiline: fc.boolean(),
      required: fc.boolean(),
      initial: text,
    },
    { requiredKeys: ["kind", "name", "label", "multiline", "required"] },
  ),
  fc.record(
    {
      kind: fc.constant("choice" as const),
      name: fc.stringMatching(/^[a-z]{1,12}$/),
      label: fc.string({ minLength: 1 }).map((label) => `${label}.`),
      required: fc.boolean(),
      choices: fc.uniqueArray(fc.record({ label: text, value: fc.stringMatching(/^[a-z0-9-]{0,100}$/) }), {
        maxLength: 250,
        selector: ({ value }) => value,
      }),
      initial: fc.string(),
    },
    { requiredKeys: ["kind", "name", "label", "required", "choices"] },
  ),
);

export const form: fc.Arbitrary<Form> = fc.record(
  {
    title: text.map((title) => `T${title}`),
    submitLabel: text.map((label) => `S${label}`),
    verb,
    args,
    review: fc.constantFrom("7K2Q", "T4WK"),
    fields: fc.uniqueArray(field, { maxLength: 8, selector: ({ name }) => name }),
  },
  { requiredKeys: ["title", "submitLabel", "verb", "args", "fields"] },
);

const action: fc.Arbitrary<Action> = fc.record(
  {
    label: text,
    verb,
    args,
    review: fc.constantFrom("7K2Q", "T4WK"),
    accessibilityLabel: text.map((label) => `A${label}`),
    emphasis: fc.constantFrom("primary", "danger"),
    form,
  },
  { requiredKeys: ["label", "verb", "args"] },
);

const rates = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const chart: fc.Arbitrary<ChartSpec> = fc.record({
  title: text,
  subtitle: text,
  unitPlural: text,
  lines: fc.array(
    fc.record({
      architecture: fc.constantFrom("serverless", "serverless-tuned", "monolith-fargate", "monolith-ec2", "hybrid"),
      family: fc.constantFrom("serverless", "monolith", "hybrid"),
      label: text,
      points: fc
        .array(fc.record({ ratePerSecond: rates, usdPerMillionUnits: rates }), { minLength: 0, maxLength: 30 })
        .map((points) => points.sort((a, b) => a.ratePerSecond - b.ratePerSecond)),
      wall: fc.option(fc.record({ ratePerSecond: rates, label: text })),
      atYou: fc.option(fc.record({ usdPerMillionUnits: rates, label: text })),
      secondary: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  bands: fc.constant([]),
  breakEvens: fc.array(fc.record({ ratePerSecond: rates, usdPerMillionUnits: rates }), { maxLength: 5 }),
  you: fc.record({ ratePerSecond: rates }),
  altText: text,
});

const table: fc.Arbitrary<Block> = fc
  .oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 19, max: 21 }))
  .chain((columns) =>
    fc.record({
      kind: fc.constant("table" as const),
      columns: fc.array(fc.record({ label: text, align: fc.constantFrom("left" as const, "right" as const) }), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.oneof(
        fc.array(row(columns), { maxLength: 6 }),
        // A long table is one row many times: fast-check would take seconds to make it of different ones.
        fc
          .tuple(row(columns), fc.integer({ min: 97, max: 210 }))
          .map(([one, count]) => Array.from({ length: count }, () => one)),
      ),
      figureColumn: fc.integer({ min: 0, max: 3 }),
    }),
  );

function row(columns: number) {
  return fc.record({
    cells: fc.array(fc.array(span, { maxLength: 2 }), { minLength: 0, maxLength: columns + 1 }),
    emphasized: fc.boolean(),
  });
}

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom("headline" as const, "heading" as const), text }),
  fc.record({ kind: fc.constantFrom("paragraph" as const, "context" as const), spans }),
  table,
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { maxLength: 40 }) }),
  fc.record({ kind: fc.constant("line-with-action" as const), spans, consequence: spans, action }),
  fc.record({ kind: fc.constant("chart" as const), chart }),
  fc.record({ kind: fc.constant("actions" as const), actions: fc.array(action, { maxLength: 60 }) }),
  fc.record({ kind: fc.constant("preformatted" as const), text }),
  fc.constant<Block>({ kind: "divider" }),
  fc.record({
    kind: fc.constant("file" as const),
    name: fc.string({ minLength: 1 }),
    mediaType: fc.constant("text/markdown"),
    content: text,
  }),
);

/** Any reply the types allow, huge ones among them. */
export const reply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constantFrom("review", "difference", "detail", "notice", "ask", "error", "digest"),
  summary: text,
  accent: fc.constantFrom("serverless", "monolith", "hybrid", "close", "none"),
  blocks: fc.oneof(fc.array(block, { maxLength: 8 }), fc.array(block, { maxLength: 70 })),
});
