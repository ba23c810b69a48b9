import { expect } from "vitest";
import type { Transcript } from "./play.ts";

const MONEY = /\$\d[\d,]*(?:\.\d+)?(?:[kMB]\b)?/g;

/** Distinct amounts of money in the texts, sorted. */
export function moneyIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(MONEY) ?? []))].toSorted();
}

/** The same amounts, step by step, on both platforms. */
export function expectSameFigures(mine: Transcript, other: Transcript): void {
  expect(mine).toEqual(other);
}
