import { describe, expect, it } from "vitest";
import { buttonValue, readButtonValue } from "#src/platforms/slack/button-value.ts";
import { formView, readAnswers, readOrigin } from "#src/platforms/slack/modal.ts";
import type { Action, Form } from "#src/reply/reply.ts";
import { changeForm, press, reviewForm } from "#test/support/slack/example-forms.ts";

const at = { channel: "C1", thread: "1.1", replyHandle: "https://hooks.example/1" };

describe("a button", () => {
  it("comes back as what it was", () => {
    const action = press("Change", "whatif", { args: { path: "steps.0.memoryMb" }, form: changeForm });
    expect(readButtonValue(buttonValue(action) ?? "")).toEqual({
      verb: "whatif",
      args: { path: "steps.0.memoryMb" },
      review: "7K2Q",
      form: changeForm,
    });
  });

  it("leaves a form out that does not fit, and stays a button", () => {
    const fields: Form["fields"] = Array.from({ length: 30 }, (_, n) => ({
      kind: "text",
      name: `f${n}`,
      label: "A label of some length",
      multiline: false,
      required: false,
    }));
    const action: Action = { label: "x", verb: "review", args: {}, form: { ...reviewForm, fields } };
    expect(readButtonValue(buttonValue(action) ?? "")).toEqual({ verb: "review", args: {} });
  });

  it("that is not ours means nothing", () => {
    for (const value of [undefined, "", "7K2Q", "{}", '{"v":"drop-table"}', '{"v":"limits","a":{"x":1}}']) {
      expect(readButtonValue(value)).toBeNull();
    }
  });
});

describe("a form", () => {
  it("remembers where it was opened and what is fixed", () => {
    const view = formView(changeForm, at);
    expect(readOrigin(view?.private_metadata ?? "")).toEqual({
      ...at,
      verb: "whatif",
      args: changeForm.args,
      review: "7K2Q",
    });
  });

  it("forgets the response URL before it gives up", () => {
    const args = { text: "x".repeat(2800) };
    const view = formView({ ...changeForm, args }, { ...at, replyHandle: `https://hooks.example/${"y".repeat(300)}` });
    expect(readOrigin(view?.private_metadata ?? "")).toEqual({
      channel: "C1",
      thread: "1.1",
      verb: "whatif",
      args,
      review: "7K2Q",
    });
    expect(formView({ ...changeForm, args: { text: "x".repeat(3000) } }, at)).toBeNull();
  });

  it("shortens a title to 24 characters and says so", () => {
    const view = formView({ ...changeForm, title: "Change an assumption of yours" }, at);
    expect(view?.title.text).toBe("Change an assumption…");
  });

  it("preselects nothing but what the form says", () => {
    const view = formView(reviewForm, at);
    expect(JSON.stringify(view)).not.toContain("initial_option");
    expect(view?.blocks[0]).toMatchObject({ label: { text: "What does it do?" }, element: { multiline: true } });
    expect(view?.blocks[1]).toMatchObject({ optional: true });
    // The choice that leaves things as they are is what the menu says while nothing is chosen.
    expect(view?.blocks[2]).toMatchObject({
      element: {
        type: "static_select",
        placeholder: { text: "As in your words" },
        options: [{ value: "none" }, {}, {}],
      },
    });
  });

  it("groups more than 100 choices", () => {
    const choices = Array.from({ length: 101 }, (_, n) => ({ label: `Region ${n}`, value: `r${n}` }));
    const view = formView(
      { ...reviewForm, fields: [{ kind: "choice", name: "region", label: "Region", required: true, choices }] },
      at,
    );
    expect(view?.blocks[0]).toMatchObject({
      element: {
        option_groups: [{ label: { text: "1–100" } }, { label: { text: "101–101" }, options: [{ value: "r100" }] }],
      },
    });
  });

  it("reads text and choices back, and leaves out what was left empty", () => {
    const values = {
      text: { answer: { type: "plain_text_input", value: "  resize images \n" } },
      rate: { answer: { type: "plain_text_input", value: null } },
      orchestration: { answer: { type: "static_select", selected_option: { value: "queue", text: {} } } },
      region: { answer: { type: "static_select", selected_option: null } },
    };
    expect(readAnswers(values)).toEqual({ text: "resize images", orchestration: "queue" });
    expect(readAnswers("nonsense")).toEqual({});
  });
});
