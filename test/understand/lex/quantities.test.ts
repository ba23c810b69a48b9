import { describe, expect, it } from "vitest";
import { lex } from "#src/understand/lex/lex.ts";
import { isQuantity, type Quantity } from "#src/understand/lex/lexeme.ts";

function quantities(text: string): Quantity[] {
  return lex(text).lexemes.filter((lexeme): lexeme is Quantity => isQuantity(lexeme));
}

function short(text: string): string[] {
  return quantities(text).map((quantity) => `${quantity.dimension} ${Number(quantity.value.toPrecision(8))}`);
}

describe("numbers", () => {
  it.each([
    ["1,234.5 orders", 1234.5],
    ["1.234,5 Bestellungen", 1234.5],
    ["12.000 documents", 12_000],
    ["1.200.000 rows", 1_200_000],
    ["5,00,000 requests", 500_000],
    ["10'000 lines", 10_000],
    ["1_000 lines", 1000],
    ["7.5e5 photos", 750_000],
    ["600 000 lines", 600_000],
    ["2M requests", 2_000_000],
    ["1.2B events", 1_200_000_000],
    ["15k messages", 15_000],
    ["3 mil changes", 3_000_000],
    ["5 lakh requests", 500_000],
    ["2 crore messages", 20_000_000],
    ["half a million users", 500_000],
    ["a dozen files", 12],
    ["two hundred calls", 200],
    ["three hundred and fifty calls", 350],
    ["twenty-five calls", 25],
    ["a couple of thousand calls", 2000],
    ["abuot 2 milion reqeusts", 2_000_000],
  ])("reads %s", (text, value) => {
    expect(quantities(text)[0]).toMatchObject({ dimension: "number", value });
  });

  it("takes no number from links, mentions, dates and names", () => {
    expect(short("see https://a.example/v2/300 <@U123> 2026-11-24 sha256 ipv4 web3 x86_64 :100:")).toEqual([
      "number 100",
    ]);
  });

  it("reads a number with impossible separators as several numbers", () => {
    expect(short("40,60,120,30 ms")).toEqual(["number 40", "number 60", "number 120", "duration 30"]);
  });

  it("keeps the sign of a negative number", () => {
    expect(quantities("-50 requests per second")[0]?.value).toBe(-50);
    expect(quantities("- 120k photos")[0]?.value).toBe(120_000);
  });
});

describe("units", () => {
  it.each([
    ["200ms", "duration 200"],
    ["1,5 s", "duration 1500"],
    ["half a second", "duration 500"],
    ["a minute and a half", "duration 90000"],
    ["3 minutes and half", "duration 210000"],
    ["450 milisecs", "duration 450"],
    ["220 milli seconds", "duration 220"],
    ["2.5 secnods", "duration 2500"],
    ["1 gig", "size 1024"],
    ["256 megs", "size 256"],
    ["128Mo", "size 128"],
    ["2 Go", "size 2048"],
    ["512Mi", "size 512"],
    ["256mbb", "size 256"],
    ["1.024 MB", "size 1024"],
    ["15k qps", "rate 15000"],
    ["600 rpm", "rate 10"],
    ["10x", "times 10"],
    ["x3", "times 3"],
    ["x2.5", "times 2.5"],
    ["tenfold", "times 10"],
    ["5 %", "percent 0.05"],
    ["8am", "clock 8"],
    ["6 p.m.", "clock 18"],
    ["10:30", "clock 10.5"],
    ["2 vCPU", "cores 2"],
    ["p99", "percentile 99"],
    ["p99.9", "percentile 99.9"],
    ["99th percentile", "percentile 99"],
  ])("reads %s", (text, expected) => {
    expect(short(text)[0]).toBe(expected);
  });

  it("tells what one letter stands for by the words around it", () => {
    expect(short("every 5m")).toEqual(["duration 300000"]);
    expect(short("5m requests a month")).toEqual(["number 5000000"]);
    expect(short("mem=512M")).toEqual(["size 512"]);
    expect(short("2M/day")).toEqual(["number 2000000"]);
    expect(short("256B payload")).toEqual(["size 0.00024414063"]);
  });

  it("takes the midpoint of a range and keeps its ends", () => {
    expect(quantities("300-500 ms")[0]).toMatchObject({ value: 400, low: 300, high: 500, range: true });
    expect(quantities("between 1 and 2 s")[0]).toMatchObject({ value: 1500, low: 1000, high: 2000 });
  });

  it("gives a hedged number a fifth either way", () => {
    expect(quantities("about 200 ms")[0]).toMatchObject({ value: 200, low: 160, high: 240, hedged: true });
    expect(quantities("200 ms")[0]).toMatchObject({ low: null, high: null, hedged: false });
  });

  it("sees an old and a new value, not a range, in a change", () => {
    expect(short("memory was bumped from 256 to 512 MB")).toEqual(["number 256", "size 512"]);
  });

  it("shares the unit of a list of figures", () => {
    expect(short("40 / 60 / 120 / 30 ms")).toEqual(["duration 40", "duration 60", "duration 120", "duration 30"]);
  });
});
