import { expect, it } from "vitest";
import { isPlausibleName, isPlausibleStepName } from "#src/understand/plausible-names.ts";

it.each([
  ["claims intake portal", true],
  ["OCR", true],
  ["resize-image", true],
  ["charge + receipt", true],
  ["every night at", false],
  ["kinesis into a lambda (batch", false],
  ["Wir verarbeiten ca", false],
  ["one two three four five", false],
  ["", false],
])("takes %j for a name: %s", (text, expected) => {
  expect(isPlausibleName(text)).toBe(expected);
});

it.each([
  ["charge the card", true],
  ["go to review", true],
  ["customers in under", false],
  ["kinesis into a lambda (batch", false],
  ["je", false],
])("takes %j for the name of a step: %s", (text, expected) => {
  expect(isPlausibleStepName(text)).toBe(expected);
});
