/** What a piece of text was taken for when it was removed. */
export type SecretKind =
  | "AWS key"
  | "AWS secret"
  | "Slack token"
  | "Discord token"
  | "GitHub token"
  | "API key"
  | "JWT"
  | "private key"
  | "password"
  | "token"
  | "e-mail address";

interface Rule {
  kind: SecretKind;
  /** Every repetition is over one class and bounded, so that no text costs more than its length. */
  pattern: RegExp;
  /** Group that holds the secret; the rest of the match stays. Absent: the whole match. */
  group?: number;
  /** A second look, where the pattern alone would take ordinary words. */
  accepts?: (secret: string) => boolean;
}

const mixed = (secret: string): boolean => /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret);
/** "token: 500/s" and "auth=none" are no secrets; a secret has letters and digits, or is long. */
const looksRandom = (secret: string): boolean =>
  (secret.length >= 8 && /[a-z]/i.test(secret) && /\d/.test(secret) && !/^\d[\d.,]*[a-z/%]{1,9}$/i.test(secret)) ||
  /^\S{20,}$/.test(secret);
/** A password may be any word, but a figure with a unit is none. */
const looksSecret = (secret: string): boolean =>
  secret.length >= 4 && !/^\d[\d.,]*\s?[a-z/%]{0,9}$/i.test(secret) && !/^\[redacted/.test(secret);

const quoted = `["'\`]?`;
const passwordNames = "pass(?:word|wd|phrase)?|pwd|secret|passcode";
const tokenNames =
  "(?:api|access|auth|secret|private|client|account|session|bot|app)?[ _-]?(?:key|token|secret)|credential|auth";

/** In order: the particular before the general, so that a note names the right thing. */
const rules: readonly Rule[] = [
  {
    kind: "private key",
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s\\:,-]{0,10000}/g,
  },
  { kind: "AWS key", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA)[A-Z0-9]{16}\b/g },
  { kind: "Slack token", pattern: /\bxox[a-z]-[\w-]{8,250}|\bxapp-[\w-]{8,250}/gi },
  { kind: "Slack token", pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{8,200}/gi },
  { kind: "Discord token", pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/[\w-]{20,120}/gi },
  { kind: "Discord token", pattern: /\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,45}\b/g, accepts: mixed },
  { kind: "GitHub token", pattern: /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255})/g },
  {
    kind: "API key",
    pattern:
      /\b(?:sk-[\w-]{16,200}|[sr]k_(?:live|test)_\w{10,200}|AIza[\w-]{30,60}|glpat-[\w-]{16,60}|npm_\w{30,60}|pypi-[\w-]{16,200}|SG\.[\w-]{16,60}\.[\w-]{16,80}|hf_\w{20,60}|dop_v1_\w{32,80})/g,
  },
  { kind: "JWT", pattern: /\beyJ[\w-]{8,4000}\.[\w-]{8,6000}(?:\.[\w-]{0,2000})?/g },
  { kind: "token", pattern: /\b(?:bearer|basic)\s{1,4}([\w.~+/=-]{12,4000})/gi, group: 1, accepts: looksRandom },
  { kind: "password", pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{0,100}:([^\s@/]{1,200})@/gi, group: 1 },
  {
    kind: "AWS secret",
    pattern: /(?<![\w/+=])[A-Za-z0-9/+]{40}(?![\w/+=])/g,
    accepts: (secret) => mixed(secret),
  },
  {
    kind: "password",
    pattern: new RegExp(
      `\\b(?:${passwordNames})${quoted}\\s{0,3}(?:[:=]|\\bis\\b)\\s{0,3}${quoted}([^\\s"'\`,;]{4,200})`,
      "gi",
    ),
    group: 1,
    accepts: looksSecret,
  },
  {
    kind: "token",
    pattern: new RegExp(`\\b(?:${tokenNames})${quoted}\\s{0,3}[:=]\\s{0,3}${quoted}([^\\s"'\`,;]{6,400})`, "gi"),
    group: 1,
    accepts: looksRandom,
  },
  { kind: "e-mail address", pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
];

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  text: string;
  found: readonly SecretKind[];
}

function apply(text: string, rule: Rule, found: Set<SecretKind>): string {
  return text.replace(rule.pattern, (match: string, ...rest: unknown[]) => {
    const captured = rule.group === undefined ? match : rest[rule.group - 1];
    const secret = typeof captured === "string" ? captured : match;
    if (rule.accepts?.(secret) === false) return match;
    found.add(rule.kind);
    const at = match.lastIndexOf(secret);
    return `${match.slice(0, at)}[redacted ${rule.kind}]${match.slice(at + secret.length)}`;
  });
}

/**
 * Takes secrets out of a text before it is stored, logged, shown or sent anywhere: keys and tokens of known forms,
 * passwords in URLs, values named password or token, private keys. E-mail addresses go too: no workload needs one, and
 * they would stay in records and reach a language model. Running it twice changes nothing more.
 */
export function redact(text: string): Redacted {
  const found = new Set<SecretKind>();
  const clean = rules.reduce((current, rule) => apply(current, rule, found), text);
  return { text: clean, found: [...found] };
}
