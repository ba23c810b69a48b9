import { describe, expect, it } from "vitest";
import { inert, markdown, smallPrint } from "#src/platforms/discord/markdown.ts";
import { code, person, plain, quiet, strong } from "#src/reply/spans.ts";

describe("text a person wrote", () => {
  it.each([
    ["**bold** _it_ ~~no~~ ||spoiler||", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\|"],
    ["```js\ncode```", "\\`\\`\\`js\ncode\\`\\`\\`"],
    ["<@123> <@&9> <#1> <:e:1> <t:0:R> </x:1>", "\\<@123> \\<@&9> \\<#1> \\<:e:1> \\<t:0:R> \\</x:1>"],
    ["@everyone @here", "@\u200Beveryone @\u200Bhere"],
    ["[click](https://evil.example)", "\\[click\\](https\\://evil.example)"],
    [
      "# big\n-# small\n> quote\n>>> all\n- item\n1. one",
      "\\# big\n\\-# small\n\\> quote\n\\>>> all\n\\- item\n1\\. one",
    ],
    ["C:\\temp", "C:\\\\temp"],
    ["us-east-1, 5 > 3, 12:30, 50%, $5.4k", "us-east-1, 5 > 3, 12:30, 50%, $5.4k"],
  ])("shows as typed and does nothing: %j", (typed, sent) => {
    expect(inert(typed)).toBe(sent);
  });
});

describe("spans", () => {
  it("puts marks around words, not around the blanks at their ends", () => {
    expect(markdown([plain("costs"), strong(" $5k "), plain("a month")])).toBe("costs **$5k** a month");
  });

  it("writes bold that touches bold as one", () => {
    expect(markdown([strong("$5"), strong("k")])).toBe("**$5k**");
  });

  it("closes bold at the end of each line", () => {
    expect(markdown([strong("one\ntwo")])).toBe("**one**\n**two**");
  });

  it("keeps a code span whole when the text holds backticks", () => {
    expect(markdown([code("a`b\nc")])).toBe("`aˋb c`");
  });

  it("names a person by id where Discord knows it, and by name otherwise", () => {
    expect(markdown([person("123456789012345678", "ada")])).toBe("<@123456789012345678>");
    expect(markdown([person("U1", "*ada*")])).toBe("@\\*ada\\*");
  });

  it("marks every line of small print", () => {
    expect(smallPrint([quiet("one\n\ntwo")])).toBe("-# one\n-# two");
  });
});
