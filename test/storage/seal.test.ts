import { expect, test } from "vitest";
import { createSeal } from "#src/storage/seal.ts";

const seal = createSeal(Buffer.alloc(32, 1).toString("base64"));

test("what was sealed opens again, and two seals of one secret differ", () => {
  const sealed = seal.close("xoxb-1", "T1");
  expect(seal.open(sealed, "T1")).toBe("xoxb-1");
  expect(sealed).not.toContain("xoxb");
  expect(seal.close("xoxb-1", "T1")).not.toBe(sealed);
});

test.each([
  ["another tenant", (sealed: string) => seal.open(sealed, "T2")],
  ["another key", (sealed: string) => createSeal(Buffer.alloc(32, 2).toString("hex")).open(sealed, "T1")],
  ["a changed byte", (sealed: string) => seal.open(flipLastByte(sealed), "T1")],
  ["a text cut short", (sealed: string) => seal.open(sealed.slice(0, 8), "T1")],
])("does not open for %s", (_what, open) => {
  expect(() => open(seal.close("xoxb-1", "T1"))).toThrow(/RETHINK_SECRET_KEY/);
});

test("a key of the wrong length is refused at once", () => {
  expect(() => createSeal("c2hvcnQ=")).toThrow(/32 bytes/);
});

function flipLastByte(sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes.toString("base64");
}
