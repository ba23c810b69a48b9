import type { EntryKind } from "#src/model/workload.ts";
import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { hasLeft, isNegated, leftOf, rightOf } from "#src/understand/passage/context.ts";
import { evidence, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

interface Mention {
  kind: EntryKind;
  at: number;
  to: number;
  /** False where the words leave the kind open: "API Gateway" alone. */
  certain: boolean;
}

/** What comes before an exit, not an entry. */
const outgoing = wordSet(
  "publish publishes published write writes writing put puts push pushes send sends sent emit emits notify notifies forward forwards deliver delivers drop drops into out result results output then stores store saves dump dumps onto",
);
const incoming = wordSet(
  "from behind off trigger triggers triggered entry source input on reads read consume consumes consuming fed feed land lands landing arrive arrives sit sits subscribed through front fronted event comes come pull pulls poll polls drain drains in receive receives",
);

function gatewayKind(passage: Passage, at: number): Mention {
  const near = [-1, 1, -2, 2, -3, 3, -4, 4, -5]
    .filter((step) => passage.sentences[at + step] === passage.sentences[at])
    .map((step) => passage.lexemes[at + step])
    .find((word) => isWord(word, "rest", "http"));
  const rest = isWord(near, "rest");
  const http = isWord(near, "http");
  const kind = rest ? "api-gateway-rest" : "api-gateway-http";
  const from = isWord(passage.lexemes[at - 1], "api") ? at - 1 : at;
  return { kind, at: from, to: at, certain: rest !== http };
}

function isSegmentEnd(lexeme: Passage["lexemes"][number] | undefined): boolean {
  return lexeme === undefined || lexeme.kind === "mark" || lexeme.kind === "break";
}

const fronts = wordSet("behind through front fronted entry via gateway on over using has");

const turnedFronts = wordSet(
  "behind derriere derrière detras detrás dietro atras atrás tras une una uma un via through",
);

/** "Behind an HTTP API", "http api": AWS's product. A "REST API" is one only where it stands in front. */
function apiKind(passage: Passage, at: number): Mention | null {
  const { lexemes } = passage;
  const keyed = isKey(passage, at) && hasLeft(passage, at, wordSet("api gateway entry trigger frontend"), "phrase", 4);
  if (keyed && !isWord(lexemes[at + 1], "gateway")) {
    return { kind: isWord(lexemes[at], "rest") ? "api-gateway-rest" : "api-gateway-http", at, to: at, certain: true };
  }
  const segment = (passage.boundaries[at] ?? 0) >= 2 && isSegmentEnd(lexemes[at + 1]);
  const capital = lexemes[at]?.kind === "word" && passage.text.slice(lexemes[at].start, lexemes[at].end) === "REST";
  if (segment && capital) return { kind: "api-gateway-rest", at, to: at, certain: true };
  // "Une API HTTP", "una API REST": the order of Romance languages.
  const turned = isWord(lexemes[at - 1], "api") && isSegmentEnd(lexemes[at + 1]);
  const own = turned && (passage.boundaries[at - 1] ?? 0) >= 2;
  if (own || (turned && hasLeft(passage, at - 1, turnedFronts, "phrase", 3)))
    return {
      kind: isWord(lexemes[at], "rest") ? "api-gateway-rest" : "api-gateway-http",
      at: at - 1,
      to: at,
      certain: true,
    };
  if (!isWord(lexemes[at + 1], "api") || isWord(lexemes[at + 2], "gateway")) return null;
  if (isWord(lexemes[at], "http")) return { kind: "api-gateway-http", at, to: at + 1, certain: true };
  const alone = (passage.boundaries[at] ?? 0) >= 2 && isSegmentEnd(lexemes[at + 2]);
  const inFront = isWord(lexemes[at + 2], "in") && isWord(lexemes[at + 3], "front");
  if (!isWord(lexemes[at], "rest") || !(alone || inFront || hasLeft(passage, at, fronts, "bracket", 3))) return null;
  return { kind: "api-gateway-rest", at, to: at + 1, certain: true };
}

const single = wordTable<EntryKind>({
  sqs: "sqs",
  sns: "sns",
  eventbridge: "eventbridge",
  kinesis: "kinesis",
  alb: "alb",
  websocket: "websocket",
  cron: "schedule",
});

function mentionAt(passage: Passage, at: number): Mention | null {
  const { lexemes } = passage;
  const lexeme = lexemes[at];
  if (lexeme?.kind !== "word") return null;
  const next = lexemes[at + 1];
  if (lexeme.lemma === "gateway") return isGateway(passage, at) ? gatewayKind(passage, at) : null;
  if (lexeme.lemma === "http" || lexeme.lemma === "rest") return apiKind(passage, at);
  if (lexeme.lemma === "balancer" && isWord(lexemes[at - 1], "load") && !isWord(lexemes[at - 2], "network")) {
    return { kind: "alb", at: at - 1, to: at, certain: true };
  }
  if (lexeme.lemma === "balancer") return { kind: "alb", at, to: at, certain: true };
  const linked = isWord(next, "with", "de", "a") ? at + 2 : at + 1;
  if (isWord(lexeme, "function", "lambda") && isWord(lexemes[linked], "url"))
    return { kind: "function-url", at, to: linked, certain: true };
  if (lexeme.lemma === "schedule" && !namesDocument(passage, at))
    return { kind: "schedule", at, to: at, certain: true };
  if (lexeme.lemma === "s3") return s3Event(passage, at);
  const kind = single[lexeme.lemma];
  if (kind === "eventbridge" && isWord(next, "schedule")) return { kind: "schedule", at, to: at + 1, certain: true };
  return kind === undefined ? null : { kind, at, to: at, certain: true };
}

/** "Schedule B, clause 7", "schedule a call", "release schedule": a paper or an appointment, no timer. */
function namesDocument(passage: Passage, at: number): boolean {
  const next = passage.lexemes[at + 1];
  const letter = next?.kind === "word" && /^[A-Z]$/.test(next.text);
  const clause = isWord(next, "maintenance", "a", "call", "meeting", "clause", "section");
  return (
    letter || clause || isWord(passage.lexemes[at - 1], "release", "project", "on", "of", "ahead", "behind", "tight")
  );
}

/** "API Gateway", "apigw", "gateway: rest"; a payment gateway or an IoT gateway is none. */
function isGateway(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const lexeme = lexemes[at];
  const alone = lexeme?.kind === "word" && /^(?:apigw|apigateway|api-gw)$/i.test(lexeme.text);
  const keyed = isKey(passage, at) || (lexemes[at + 1]?.kind === "mark" && isWord(lexemes[at + 2], "rest", "http"));
  return (
    alone ||
    keyed ||
    isWord(lexemes[at - 1], "api") ||
    isWord(lexemes[at - 1], "http", "rest") ||
    isWord(lexemes[at + 1], "rest", "http")
  );
}

function isKey(passage: Passage, at: number): boolean {
  return leftOf(passage, at, "phrase", 2).some((here) => {
    const lexeme = passage.lexemes[here];
    return lexeme?.kind === "mark" && (lexeme.text === "=" || lexeme.text === ":");
  });
}

const triggers = wordSet(
  "trigger triggers triggered event notification notifications eventing upload uploads lands land arrive arrives dropped drop put created entry source",
);

/** S3 starts the work only where it is said to: "S3 event", "trigger=s3", "uploads land in S3". */
function s3Event(passage: Passage, at: number): Mention | null {
  const { lexemes } = passage;
  const right = rightOf(passage, at, "bracket", 3).map((here) => lexemes[here]);
  const event = right.some((word) =>
    isWord(word, "event", "trigger", "triggers", "notification", "upload", "eventing", "put"),
  );
  const starts = [at + 2, at + 3].some((here) =>
    isWord(lexemes[here], "triggers", "trigger", "starts", "invokes", "launches", "launch", "fires", "kicks"),
  );
  const which = starts && [at + 1, at + 2].some((here) => isWord(lexemes[here], "which", "that", "and", "this"));
  const uploaded = hasLeft(passage, at, wordSet("upload uploads uploaded"), "bracket", 8);
  const left = which || uploaded || hasLeft(passage, at, triggers, "bracket", 5);
  if (!event && !left) return null;
  if (
    !event &&
    hasLeft(
      passage,
      at,
      wordSet("via through between intermediate result results output pass passed write writes store stores save"),
      "bracket",
      4,
    )
  )
    return null;
  return { kind: "s3-event", at, to: at, certain: true };
}

function isExit(passage: Passage, mention: Mention): boolean {
  if (mention.kind === "s3-event" || opensFlow(passage, mention.at)) return false;
  const near = leftOf(passage, mention.at, "bracket", 5).map((here) => passage.lexemes[here]);
  const direction = near.find(
    (word) => word?.kind === "word" && (outgoing.has(word.lemma) || incoming.has(word.lemma)),
  );
  return direction?.kind === "word" && outgoing.has(direction.lemma) && !isLanding(near);
}

/** "Clickstream into Kinesis, Lambda in batches of 200": nothing has run yet where the flow is named. */
function opensFlow(passage: Passage, at: number): boolean {
  const code = wordSet("lambda function step container service worker it result results output");
  const ran = leftOf(passage, at, "sentence").some((here) => {
    const lexeme = passage.lexemes[here];
    return isQuantity(lexeme, "duration") || (lexeme?.kind === "word" && code.has(lexeme.lemma));
  });
  const runs = rightOf(passage, at, "sentence").some((here) => isWord(passage.lexemes[here], "lambda", "function"));
  return !ran && runs;
}

/** "schedule: no". */
function isRefused(passage: Passage, mention: Mention): boolean {
  const mark = passage.lexemes[mention.to + 1];
  return (
    mark?.kind === "mark" &&
    (mark.text === ":" || mark.text === "=") &&
    isWord(passage.lexemes[mention.to + 2], "no", "none", "false", "n")
  );
}

/** "Events are put on SQS and a function reads them" lands the work there: something else put it. */
function isLanding(words: readonly (Passage["lexemes"][number] | undefined)[]): boolean {
  return words.some((word) =>
    isWord(
      word,
      "land",
      "lands",
      "arrive",
      "arrives",
      "are",
      "is",
      "get",
      "gets",
      "we",
      "producer",
      "producers",
      "device",
      "client",
      "app",
    ),
  );
}

/** States what starts the work. Exits ("publishes to SNS") and refusals ("no API Gateway") do not count. */
export function readEntry(passage: Passage, facts: Facts, queueBetween: boolean): void {
  const mentions = passage.lexemes
    .flatMap((_, at) => mentionAt(passage, at) ?? [])
    .filter((mention) => !isNegated(passage, mention.at) && !isExit(passage, mention) && !isRefused(passage, mention))
    .filter((mention) => !(queueBetween && mention.kind === "sqs"))
    .filter((mention) => !isOption(passage, mention));
  const [first, ...others] = mentions;
  if (first === undefined) return;
  const chosen = mentions.find((mention) => mention.kind === first.kind && mention.certain) ?? first;
  const said = evidence(passage, chosen.at, chosen.to);
  addFact(facts, {
    path: "entry.kind",
    value: chosen.kind,
    origin: chosen.certain ? "stated" : "assumed",
    evidence: chosen.certain ? said : `"${said}" does not say HTTP or REST`,
  });
  if (!chosen.certain) {
    addNote(
      facts,
      "ambiguous",
      `"${said}" does not say whether it is an HTTP or a REST API; HTTP is assumed.`,
      "entry.kind",
    );
  }
  const other = others.find((mention) => mention.kind !== first.kind && mention.certain);
  if (other !== undefined) {
    addNote(
      facts,
      "ambiguous",
      `"${evidence(passage, other.at, other.to)}" is named too; the work is taken to start at "${said}".`,
      "entry.kind",
    );
  }
}

/** "Should we put it behind an ALB?", "instead of API Gateway": a thought, not the design. */
function isOption(passage: Passage, mention: Mention): boolean {
  return hasLeft(
    passage,
    mention.at,
    wordSet("or should considering consider maybe perhaps alternatively thinking instead versus vs"),
    "comma",
    6,
  );
}
