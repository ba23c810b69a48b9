import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentions, typedText } from "#src/platforms/slack/incoming-text.ts";
import { inert, mrkdwn } from "#src/platforms/slack/mrkdwn.ts";
import { splitSpans } from "#src/platforms/slack/split-spans.ts";
import { code, person, plain, quiet, strong } from "#src/reply/spans.ts";
import { span } from "#test/support/slack/arbitrary-reply.ts";

describe("text a person wrote, shown by Slack", () => {
  it.each([
    ["<!channel> look", "&lt;!channel&gt; look"],
    ["<@U123>", "&lt;@U123&gt;"],
    ["<javascript:alert(1)|click>", "&lt;javascript:alert(1)|click&gt;"],
    ["a & b", "a &amp; b"],
    ["*bold* ~gone~ `code`", "∗bold∗ ∼gone∼ ˋcodeˋ"],
    ["_it_ but my_name", "ˍitˍ but my_name"],
    [":tada: at 12:30:45", "꞉tada: at 12:30:45"],
    ["> quoted", "› quoted"],
    ["3 > 2", "3 &gt; 2"],
    ["evil\u202Etxt\u0007", "eviltxt"],
  ])("%j does nothing", (typed, shown) => expect(inert(typed)).toBe(shown));

  it("keeps what the product marks itself", () => {
    const spans = [
      plain("Total "),
      strong("$11k "),
      quiet("(+99%)"),
      plain(" "),
      code("a`b <c>"),
      plain(" by "),
      person("U1", "@ada"),
    ];
    // The blank after the figure stays outside the marks, or Slack would not read them.
    expect(mrkdwn(spans)).toBe("Total *$11k* (+99%) `aˋb &lt;c&gt;` by @ada");
  });

  it("marks each line of its own", () => {
    expect(mrkdwn([strong("one\n\ntwo")])).toBe("*one*\n\n*two*");
  });

  it("names people without a mention, whatever their name is", () => {
    expect(mrkdwn([person("U1", "<!here> *x*")])).toBe("@&lt;!here&gt; ∗x∗");
  });
});

describe("text Slack delivers", () => {
  it.each([
    ["<@U0RETHINK> what if traffic doubles?", "what if traffic doubles?"],
    ["hey <@U0RETHINK|rethink>, why?", "hey , why?"],
    ["ask <@U2|lin> in <#C1|design>", "ask @lin in #design"],
    ["<!here> and <!subteam^S1|@ops>", "@here and @ops"],
    ["see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2"],
    ["see <https://example.com|the page>", "see the page"],
    ["<mailto:a@b.example|a@b.example>", "a@b.example"],
    ["5 &lt; 6 &amp;&amp; 7 &gt; 6", "5 < 6 && 7 > 6"],
    ["&amp;lt; stays", "&lt; stays"],
    ["one\ntwo  three", "one\ntwo three"],
  ])("%j reads %j", (delivered, read) => expect(typedText(delivered, "U0RETHINK")).toBe(read));

  it("tells a mention of the bot from one of somebody else", () => {
    expect(mentions("<@U0RETHINK> hi", "U0RETHINK")).toBe(true);
    expect(mentions("<@U0RETHINK2> hi", "U0RETHINK")).toBe(false);
    expect(mentions("<@U0RETHINK> hi", undefined)).toBe(false);
  });
});

describe("splitting", () => {
  const size = (spans: Parameters<typeof mrkdwn>[0]): number => mrkdwn(spans).length;
  const text = (spans: Parameters<typeof mrkdwn>[0]): string =>
    spans.map((one) => (one.kind === "text" ? one.text : `@${one.name}`)).join("");

  it("cuts at a blank where there is one", () => {
    expect(splitSpans([plain("aaaa bbbb cccc")], 10, size).map(text)).toEqual(["aaaa bbbb ", "cccc"]);
  });

  it("cuts inside a word only when it must, and never inside a character", () => {
    const parts = splitSpans([plain("𝕏".repeat(30))], 20, size);
    expect(parts.map(text).join("")).toBe("𝕏".repeat(30));
    expect(parts.every((part) => text(part).isWellFormed())).toBe(true);
  });

  it("loses nothing and keeps to the size", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), fc.integer({ min: 500, max: 3000 }), (spans, max) => {
        const parts = splitSpans(spans, max, size);
        expect(parts.map(text).join("")).toBe(text(spans));
        expect(Math.max(0, ...parts.map(size))).toBeLessThanOrEqual(max);
      }),
      { numRuns: 60 },
    );
  });
});
