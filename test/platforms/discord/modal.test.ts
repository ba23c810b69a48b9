import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formModal, readAnswers } from "#src/platforms/discord/modal.ts";
import type { Form, FormField } from "#src/reply/reply.ts";
import { modalFaults } from "#test/support/discord/message-faults.ts";
import * as any from "#test/support/slack/arbitrary-reply.ts";

const written = (name: string, required = false): FormField => ({
  kind: "text",
  name,
  label: name,
  multiline: false,
  required,
});
const chosen = (name: string, count: number): FormField => ({
  kind: "choice",
  name,
  label: name,
  required: false,
  choices: [
    { label: "As in your words", value: "" },
    ...Array.from({ length: count }, (_, index) => ({ label: `Choice ${index}`, value: `c${index}` })),
  ],
});
const form = (fields: readonly FormField[], args = {}): Form => ({
  title: "Review a workload",
  submitLabel: "Review",
  verb: "review",
  args,
  fields,
});

describe("a form on Discord", () => {
  it("is a valid modal, whatever it holds, or none", () => {
    fc.assert(
      fc.property(any.form, (one) => {
        const modal = formModal(one);
        if (modal === null) expect(one.fields.length === 0 || JSON.stringify(one.args).length > 40).toBe(true);
        else expect(modalFaults(modal)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("gives up optional text before menus when there are more than five fields", () => {
    const modal = formModal(
      form([written("text", true), written("rate"), written("peak"), chosen("a", 3), chosen("b", 3), chosen("c", 3)]),
    );
    expect(modal?.components).toMatchObject([
      { label: "text" },
      { label: "rate" },
      { label: "a" },
      { label: "b" },
      { label: "c" },
    ]);
  });

  it("asks for typing where there are more choices than a menu holds", () => {
    expect(formModal(form([chosen("region", 25)]))?.components).toMatchObject([{ component: { type: 3 } }]);
    expect(formModal(form([chosen("region", 26)]))?.components).toMatchObject([{ component: { type: 4 } }]);
  });

  it("is not opened when it could not remember its fixed options", () => {
    expect(formModal(form([written("value")], { path: "x".repeat(120) }))).toBeNull();
  });
});

describe("a submitted form", () => {
  it("gives the answers by name, without the empty ones", () => {
    const fields = [
      { customId: "text", value: " 50 a second " },
      { customId: "rate", value: "" },
      { customId: "region", values: ["eu-west-1"] },
      { customId: "handoff", values: [] },
      null,
    ];
    expect(readAnswers(fields)).toEqual({ text: "50 a second", region: "eu-west-1" });
  });
});
