import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { errorDescriber } from "#src/main/describe-error.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";

function describer() {
  let logged = "";
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  });
  const describe = errorDescriber(pino(sink), () => 0.5);
  const words = (error: unknown): string => renderPlainText(describe(error), { width: 100, chart: "omit" });
  return { words, logged: () => logged };
}

test("a fault of ours is told with a number, and the number is in the log with its cause", () => {
  const { words, logged } = describer();
  // Half of 65,536 is 8000 in hexadecimal.
  expect(words(new TypeError("no such thing"))).toContain("E-8000");
  expect(logged()).toMatch(/"fault":"E-8000"/);
  expect(logged()).toMatch(/no such thing/);
});

test("what the person can mend is told as it is, and not logged", () => {
  const { words, logged } = describer();
  const error = new UserError({ code: "bad-input", message: "That is no quota.", nextStep: "Say limits." });
  expect(words(error)).toMatch(/That is no quota\..*Say limits\./s);
  expect(logged()).toBe("");
});
