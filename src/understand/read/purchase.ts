import { addFact, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, isNegated, placesOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const yearMs = 12 * 730 * 3_600_000;

function readArchitecture(passage: Passage, facts: Facts): void {
  for (const at of placesOf(passage, "arm", "graviton", "x86")) {
    if (
      isNegated(passage, at) ||
      hasLeft(passage, at, wordSet("or versus vs try considering maybe should could"), "phrase", 3)
    )
      continue;
    const value = isWord(passage.lexemes[at], "x86") ? "x86_64" : "arm64";
    addFact(facts, { path: "purchase.lambdaArchitecture", value, origin: "stated", evidence: evidence(passage, at) });
    return;
  }
}

/** "3-year savings plan", "1y compute SP", "savings plan for three years"; without a length one year is assumed. */
function readCommitment(passage: Passage, facts: Facts): void {
  for (const at of placesOf(passage, "savings")) {
    const named =
      isWord(passage.lexemes[at + 1], "plan") || hasLeft(passage, at, wordSet("plan commitment purchase"), "phrase", 4);
    if (!named || isNegated(passage, at)) continue;
    const years = lengthNear(passage, at);
    claim(passage, at, at + 1, "purchase");
    const value = years === 3 ? "compute-savings-plan-3y" : "compute-savings-plan-1y";
    const said = evidence(passage, at, at + 1);
    const origin = years === null ? "assumed" : "stated";
    addFact(facts, {
      path: "purchase.commitment",
      value,
      origin,
      evidence: years === null ? `"${said}" without its length` : said,
    });
    return;
  }
  for (const at of placesOf(passage, "sp", "csp")) {
    const years = isNegated(passage, at) ? null : lengthNear(passage, at);
    if (years === null) continue;
    addFact(facts, {
      path: "purchase.commitment",
      value: years === 3 ? "compute-savings-plan-3y" : "compute-savings-plan-1y",
      origin: "stated",
      evidence: evidence(passage, Math.max(0, at - 2), at),
    });
    return;
  }
  for (const at of placesOf(passage, "spot")) {
    const other =
      isWord(passage.lexemes[at + 1], "check", "on", "price", "checks") ||
      isWord(
        passage.lexemes[at - 1],
        "sweet",
        "hot",
        "blind",
        "parking",
        "tight",
        "soft",
        "tv",
        "ad",
        "radio",
        "advert",
        "promo",
      );
    if (other || isNegated(passage, at)) continue;
    addFact(facts, { path: "purchase.commitment", value: "spot", origin: "stated", evidence: evidence(passage, at) });
    return;
  }
}

function lengthNear(passage: Passage, at: number): number | null {
  for (let here = Math.max(0, at - 5); here <= at + 5; here += 1) {
    const lexeme = passage.lexemes[here];
    const years = isQuantity(lexeme, "duration") ? lexeme.value / yearMs : null;
    if (years !== null && (Math.abs(years - 1) < 0.02 || Math.abs(years - 3) < 0.02)) {
      claim(passage, here, here, "purchase");
      return Math.round(years);
    }
  }
  return null;
}

const shopWords = wordSet("customer item order voucher coupon member shopper student above basket cart ticket product");

/** "15 % EDP", "discount=10%", "we get 12% off". */
function readDiscount(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "percent", "number") || !isFree(passage, at) || lexeme.value <= 0) continue;
    const named =
      hasLeft(passage, at, wordSet("discount"), "bracket", 4) ||
      hasRight(passage, at, wordSet("discount off"), "bracket", 4);
    const keyed =
      hasLeft(passage, at, wordSet("discount"), "phrase", 4) &&
      passage.lexemes.slice(Math.max(0, at - 2), at).some((mark) => isMark(mark, "=", ":"));
    // "Discount 15 % above 3 items": what a shop gives its customers.
    if (hasRight(passage, at, shopWords, "bracket", 5) || hasLeft(passage, at, shopWords, "phrase", 4)) continue;
    const percent = lexeme.dimension === "percent";
    if (!named || (!percent && !keyed)) continue;
    const value = percent ? lexeme.value * 100 : lexeme.value;
    if (value > 90) continue;
    claim(passage, at, at, "purchase");
    addFact(facts, { path: "purchase.discountPercent", value, origin: "stated", evidence: evidence(passage, at) });
    return;
  }
}

function readFreeTier(passage: Passage, facts: Facts): void {
  for (const at of placesOf(passage, "free")) {
    if (!isWord(passage.lexemes[at + 1], "tier")) continue;
    const off =
      isNegated(passage, at, 4) ||
      hasLeft(passage, at, wordSet("ignore beyond exhausted exceeded past over"), "bracket", 4) ||
      hasRight(passage, at + 1, wordSet("used exhausted gone up"), "bracket", 3);
    addFact(facts, {
      path: "purchase.freeTier",
      value: !off,
      origin: "stated",
      evidence: evidence(passage, at, at + 1),
    });
    return;
  }
}

/** States CPU architecture, commitment, discount and free tier where they are named. */
export function readPurchase(passage: Passage, facts: Facts): void {
  readArchitecture(passage, facts);
  readCommitment(passage, facts);
  readDiscount(passage, facts);
  readFreeTier(passage, facts);
}
