import fc from "fast-check";
import { expect, test } from "vitest";
import { newShortId, newSortableId, readShortId } from "#src/reviews/ids.ts";

test("a new id can always be read back, in any case and with a hash", () => {
  const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  fc.assert(
    fc.property(fc.array(random, { minLength: 5, maxLength: 5 }), (numbers) => {
      let at = 0;
      const id = newShortId(() => numbers[at++ % numbers.length] ?? 0);
      expect(readShortId(id)).toBe(id);
      expect(readShortId(`#${id.toLowerCase()}`)).toBe(id);
    }),
  );
});

test.each(["99th", "24hr", "c7gn", "arm6", "m5.l", "200M", "1.5s", "HELP", "2346", "7K2", "7K2QQ", "0K2Q", "7O2Q", ""])(
  "%s is no id",
  (word) => {
    expect(readShortId(word)).toBeNull();
  },
);

test("ids made later sort later", () => {
  const at = (time: string): string => newSortableId(new Date(time), () => 0.5);
  const ids = [
    at("2026-01-01T00:00:00Z"),
    at("2026-01-01T00:00:01Z"),
    at("2031-06-01T00:00:00Z"),
    at("2058-01-01T00:00:00Z"),
  ];
  expect(ids).toEqual(ids.toSorted());
  expect(ids[0]).toHaveLength(24);
});
