import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvFault, csvReader } from "#src/catalog/refresh/csv-reader.ts";

/** Records with the line each starts on. */
function read(pieces: readonly string[]): { fields: string[]; line: number }[] {
  const records: { fields: string[]; line: number }[] = [];
  const reader = csvReader((fields, line) => records.push({ fields, line }));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return records;
}

const fieldsOf = (text: string) => read([text]).map(({ fields }) => fields);

describe("reads fields", () => {
  test.each<[string, string, string[][]]>([
    [
      "bare",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["quoted", '"a","b"\n', [["a", "b"]]],
    ["bare and quoted", 'a,"b",c\n', [["a", "b", "c"]]],
    ["with commas inside quotes", '"a,b","c"\n', [["a,b", "c"]]],
    ["with doubled quotes", '"a ""b"" c",""""\n', [['a "b" c', '"']]],
    ["with line breaks inside quotes", '"a\nb","c\r\nd"\n', [["a\nb", "c\r\nd"]]],
    ["that are empty", ',"",\n', [["", "", ""]]],
    [
      "with line ends of Windows",
      '"a",b\r\nc,"d"\r\n',
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["without a last line end", '"a","b"', [["a", "b"]]],
    ["without a last line end, bare", "a,b", [["a", "b"]]],
    ["between empty lines", '\n"a"\n\n"b"\n\n', [["a"], ["b"]]],
    ["of nothing", "", []],
  ])("%s", (_what, text, records) => {
    expect(fieldsOf(text)).toEqual(records);
  });
});

test("counts lines, those inside quotes too", () => {
  const lines = read(['"a"\n"b\nb\nb"\n\n"c"\n']).map(({ line }) => line);
  expect(lines).toEqual([1, 2, 6]);
});

describe("refuses", () => {
  test.each([
    ["a field that never ends", 'a\n"b', 2, "the text stops inside a quoted field"],
    ["text after a closing quote", '"a"b\n', 1, "text follows a closing quote"],
  ])("%s", (_what, text, line, message) => {
    const fault = new CsvFault(line, message);
    expect(() => read([text])).toThrow(fault);
    try {
      read([text]);
    } catch (error) {
      expect(error).toHaveProperty("line", line);
    }
  });

  test("a quoted field of more than a million characters, before it fills the memory", () => {
    const reader = csvReader(() => {});
    const push = () => reader.push("x".repeat(100_000));
    reader.push('"');
    for (let pieces = 0; pieces < 9; pieces += 1) push();
    expect(() => {
      push();
      push();
    }).toThrow("a quoted field has no end");
  });
});

const field = fc.string({ unit: fc.constantFrom("a", "é", "😀", ",", '"', "\n", "\r", " "), maxLength: 6 });
const record = fc.array(field, { minLength: 2, maxLength: 5 });

function written(records: readonly string[][]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return records.map((fields) => `${fields.map(quoted).join(",")}\n`).join("");
}

test("what was written is read back, however the text is cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(record), fc.array(fc.nat(200)), (records, cuts) => {
      const text = written(records);
      const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const pieces = edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
      expect(read(pieces).map(({ fields }) => fields)).toEqual(records);
    }),
  );
});
