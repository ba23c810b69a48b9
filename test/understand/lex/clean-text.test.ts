import { describe, expect, it } from "vitest";
import { cleanText, longestText } from "#src/understand/lex/clean-text.ts";

const escapeCharacter = String.fromCharCode(27);

describe("cleaning a text", () => {
  it.each([
    [`${escapeCharacter}[31mred${escapeCharacter}[0m`, "red"],
    [`${escapeCharacter}]0;title${String.fromCharCode(7)}50 rps`, "50 rps"],
    ["zero\u200bwidth", "zerowidth"],
    ["\u202eabc\u202c", "abc"],
    ["\u2066abc\u2069", "abc"],
    ["a\u0000b\u0008c", "abc"],
    ["50\u00a0rps", "50 rps"],
    ["300–500 ms", "300-500 ms"],
    ["it’s “fine”", 'it\'s "fine"'],
    ["３００ rps", "300 rps"],
    ["1½ s and ½ s", "1.5 s and 0.5 s"],
    ["line\r\nline", "line\nline"],
    ["half \ud83d pair", "half  pair"],
  ])("makes %j safe", (raw, clean) => {
    expect(cleanText(raw).text).toBe(clean);
  });

  it("cuts at the longest text and says so", () => {
    expect(cleanText("x".repeat(longestText))).toMatchObject({ truncated: false });
    const cut = cleanText("x".repeat(longestText + 1));
    expect(cut.truncated).toBe(true);
    expect(cut.text).toHaveLength(longestText);
  });
});
