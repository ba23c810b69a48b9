import { describe, expect, it } from "vitest";
import { lex } from "#src/understand/lex/lex.ts";
import { lemmaOf } from "#src/understand/lex/spelling.ts";

describe("words", () => {
  it.each([
    ["reqeusts", "request"],
    ["memroy", "memory"],
    ["mintue", "minute"],
    ["transitons", "transition"],
    ["kinsis", "kinesis"],
    ["standrd", "standard"],
    ["ordrs", "order"],
    ["Bestellungen", "order"],
    ["peek", "peak"],
  ])("brings %s to %s", (written, lemma) => {
    expect(lemmaOf(written).lemma).toBe(lemma);
  });

  it.each(["house", "mouth", "them", "weak", "state", "server", "daily", "read"])(
    "leaves the ordinary word %s alone",
    (word) => {
      expect(lemmaOf(word).corrected).toBe(false);
    },
  );
});

describe("places", () => {
  it.each([
    ["us-east-2", "us-east-2", "code"],
    ["us-esat-1", "us-east-1", "code"],
    ["euw1", "eu-west-1", "code"],
    ["us east 1", "us-east-1", "code"],
    ["Frankfurt", "eu-central-1", "city"],
    ["fankfurt", "eu-central-1", "city"],
    ["N. Virginia", "us-east-1", "city"],
    ["São Paulo", "sa-east-1", "city"],
    ["India", "ap-south-1", "country"],
    ["eu", "eu-west-1", "area"],
    ["eu-south-9", "eu-south-9", "unknown"],
  ])("reads %s", (text, code, precision) => {
    expect(lex(text).lexemes[0]).toMatchObject({ kind: "region", code, precision });
  });

  it("does not take the pronoun for a country", () => {
    expect(lex("tell us more").lexemes.some((lexeme) => lexeme.kind === "region")).toBe(false);
  });
});
