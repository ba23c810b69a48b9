import { isMark, isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { findWord, hasLeft, hasRight, leftOf, sentenceHas, sentenceOf } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { isCpuTime } from "#src/understand/read/cpu.ts";
import { isMean } from "#src/understand/read/latency.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** A duration that can be how long a step takes. */
export interface Anchor {
  at: number;
  ms: number;
  low: number | null;
  high: number | null;
  /** "worst case", "up to": no mean. */
  maximum: boolean;
  /** "used to take": what it was. */
  old: boolean;
  /** "12 ms of CPU". */
  cpu: boolean;
  /** "of which 4 s are waiting". */
  wait: boolean;
  /** "on my laptop": measured somewhere else. */
  elsewhere: boolean;
  /** "12,000 sign-ups in ten minutes": the time of all of them. */
  ofMany: boolean;
  /** "p50 40 ms", "median 40 ms". */
  median: boolean;
  /** "mean 60 ms", "60 ms on average". */
  mean: boolean;
  /** "takes 3 hours": a verb says that it runs so long. */
  run: boolean;
  /** "no: 12 min", "sorry, 90 ms": takes back what was said before. */
  correction: boolean;
}

const notDurationLeft = wordSet(
  "timeout length rpo rto mttr mttd grace maintenance downtime outage retention ttl visibility interval cold init startup warmup past ago deploy deploys deployment deployments build builds boot after retry backoff delay until since window lasting cooldown polling",
);
/** Words of keeping, which make a long time a retention; "store 80 ms" is a step. */
const keeping = wordSet("kept keep keeps stored store stores delete deletes deleted expire expires");
const notDurationRight = wordSet(
  "timeout ago window interval ttl retention later cold old away delay deadline retention visibility backoff commute enough",
);
const maximums = wordSet("worst max slowest longest outlier outliers sometimes occasionally upto tail");
/** "200 ms, but now it is 140": what comes after takes the place of what was. */
function wasUntilNow(passage: Passage, at: number): boolean {
  if (!hasLeft(passage, at, wordSet("was were"), "bracket", 3)) return false;
  const sentence = passage.sentences[at];
  return passage.lexemes.some(
    (lexeme, here) =>
      here > at && passage.sentences[here] === sentence && isWord(lexeme, "now", "today", "meanwhile", "since", "but"),
  );
}

const olds = wordSet("old before previously formerly took used originally");
const shortUnits = new Set(["ns", "us", "ms", "s", "min", "h"]);

function isMaximum(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  if (isWord(lexemes[at - 1], "to") && isWord(lexemes[at - 2], "up")) return true;
  return (
    hasLeft(passage, at, maximums, "phrase", 4) || hasRight(passage, at, wordSet("worst max tops tail"), "phrase", 3)
  );
}

/** A count of a dozen things or more right before "in". */
function isOfMany(passage: Passage, at: number): boolean {
  if (!isWord(passage.lexemes[at - 1], "in", "within")) return false;
  return [at - 3, at - 4, at - 5].some((here) => {
    const count = passage.lexemes[here];
    return isQuantity(count, "number") && count.value >= 12;
  });
}

const running = wordSet("take takes taking run runs running need needs lasts duration each per");

/** "For half an hour", "within two minutes": how long something else goes on, unless a run is spoken of. */
function saysHowLong(passage: Passage, at: number): boolean {
  const words = wordSet("for within over");
  const first = isWord(passage.lexemes[at - 1], "first", "last") ? 3 : 2;
  if (!hasLeft(passage, at, words, "phrase", first)) return false;
  return !hasLeft(
    passage,
    at,
    wordSet(
      "run runs running work works lasts execute executes compute computes take takes done finish finishes process processes busy keep keeps occupy occupies occupied",
    ),
    "phrase",
    5,
  );
}

/** "One-hour files", "a 30-second clip": how long the thing itself is. */
function isLengthOf(passage: Passage, at: number): boolean {
  const of = isWord(passage.lexemes[at + 1], "of");
  if (of && isWord(passage.lexemes[at + 2], "speech", "footage", "music", "sound")) return true;
  return isWord(
    passage.lexemes[of ? at + 2 : at + 1],
    "file",
    "clip",
    "video",
    "recording",
    "episode",
    "audio",
    "segment",
    "chunk",
    "song",
    "track",
    "movie",
    "meeting",
    "stream",
    "conversation",
  );
}

/** "Every 4 s", "each 5 minutes"; "6 renditions, each 4 s" is how long one takes. */
function saysHowOften({ lexemes }: Passage, at: number): boolean {
  if (isWord(lexemes[at - 1], "every", "per")) return true;
  return isWord(lexemes[at - 1], "each") && !isMark(lexemes[at - 2], ",", "(", "-");
}

function isDuration(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  if (!isQuantity(lexeme, "duration") || !isFree(passage, at) || !shortUnits.has(lexeme.unit)) return false;
  if (hasLeft(passage, at, notDurationLeft, "phrase", 3) || hasRight(passage, at, notDurationRight, "phrase", 2))
    return false;
  if (hasLeft(passage, at, wordSet("timeout"), "phrase", 5)) return false;
  if (["min", "h"].includes(lexeme.unit) && hasLeft(passage, at, keeping, "phrase", 3)) return false;
  if (saysHowLong(passage, at) || saysHowOften(passage, at)) return false;
  if (isLengthOf(passage, at) || isLengthOfRush(passage, at)) return false;
  const before = passage.lexemes[at - 1];
  if (before?.kind === "word" && before.text.toLowerCase() === "last") return false;
  // "The nights are 10 hours long", "24 hours running".
  const wholeDay = lexeme.unit === "h" && lexeme.value === 86_400_000;
  if (
    wholeDay ||
    (lexeme.unit === "h" && hasLeft(passage, at, wordSet("night day shift morning evening weekday"), "phrase", 4))
  )
    return false;
  return !(
    isWord(passage.lexemes[at - 1], "for", "over") &&
    lexeme.unit === "h" &&
    isWord(passage.lexemes[at + 1], "now", "straight")
  );
}

/** "40, 60, 120 and 30 ms": bare numbers in a row that share the unit of the last. */
function seriesBefore(lexemes: readonly Lexeme[], at: number): number[] {
  const found: number[] = [];
  let here = at;
  for (;;) {
    const mark = lexemes[here - 1];
    const before = lexemes[here - 2];
    const joined = isMark(mark, ",", "/", "&") || isWord(mark, "and");
    if (!joined || !isQuantity(before, "number") || before.unit !== "" || before.magnitude) break;
    found.unshift(here - 2);
    here -= 2;
  }
  const marks = found.map((place) => lexemes[place + 1]);
  const sure = marks.some((mark) => isWord(mark, "and") || isMark(mark, "/", "&"));
  return sure || found.length >= 2 ? found : [];
}

const unitMs = wordTable<number>({ ns: 1e-6, us: 1e-3, ms: 1, s: 1000, min: 60_000, h: 3_600_000 });

/** Every duration that may be a step's, in order. */
export function findAnchors(passage: Passage): Anchor[] {
  return passage.quantities.flatMap(([at, lexeme]): Anchor[] => {
    if (!isQuantity(lexeme, "duration") || !isDuration(passage, at)) return [];
    const common = {
      maximum: isMaximum(passage, at),
      old: hasLeft(passage, at, olds, "bracket", 6) || wasUntilNow(passage, at) || isOfOldMachine(passage, at),
      cpu: isCpuTime(passage, at),
      wait: isWait(passage, at),
      elsewhere: isElsewhere(passage, at),
      correction: isCorrection(passage, at),
      run: hasLeft(passage, at, running, "phrase", 4),
      ofMany: isOfMany(passage, at),
      median: isMedian(passage, at),
      mean: isMean(passage, at),
    };
    const series = seriesBefore(passage.lexemes, at).filter((place) => isFree(passage, place));
    const shared = series.flatMap((place): Anchor[] => {
      const number = passage.lexemes[place];
      const ms = isQuantity(number) ? number.value * (unitMs[lexeme.unit] ?? 1) : 0;
      return [{ at: place, ms, low: null, high: null, ...common }];
    });
    return [...shared, { at, ms: lexeme.value, low: lexeme.low, high: lexeme.high, ...common }];
  });
}

/** "The old VM (8 cores, 32 GB) did 95 ms": what is not said of anything newer is said of the old machine. */
function isOfOldMachine(passage: Passage, at: number): boolean {
  const before = leftOf(passage, at, "sentence", 18);
  const old = findWord(passage, before, wordSet("old legacy former previous predecessor"));
  const newer = findWord(passage, before, wordSet("new now today meanwhile lambda function rewrite we"));
  return old !== undefined && (newer === undefined || newer < old);
}

/** "First Friday of the month, 20 min", "spikes for 4 min": how long a rush goes on. */
function isLengthOfRush(passage: Passage, at: number): boolean {
  const lexeme = passage.lexemes[at];
  if (!isQuantity(lexeme) || !["min", "h"].includes(lexeme.unit)) return false;
  if (hasLeft(passage, at, running, "phrase", 5) || isWord(passage.lexemes[at + 1], "each")) return false;
  return hasLeft(passage, at, rushes, "comma", 14);
}

const rushes = wordSet("spike burst surge peak rush drop sale storm flash kickoff");

/** "p50 is 40 ms", "the median is 40 ms", "40 ms (p50)". */
function isMedian(passage: Passage, at: number): boolean {
  const places = [at - 1, at - 2, at + 1].filter((here) => passage.sentences[here] === passage.sentences[at]);
  return places.some((here) => {
    const lexeme = passage.lexemes[here];
    return isWord(lexeme, "median") || (isQuantity(lexeme, "percentile") && lexeme.value <= 60);
  });
}

/** The word stands right before the figure, a mark between them at most. */
function isCorrection(passage: Passage, at: number): boolean {
  const before = [at - 1, at - 2, at - 3].map((here) => passage.lexemes[here]);
  const word = before.find((lexeme) => lexeme?.kind === "word" && !isWord(lexeme, "about", "it's", "its", "is"));
  return isWord(word, "no", "actually", "sorry", "correction", "rather", "mean");
}

const otherMachines = wordSet("laptop local locally notebook desktop macbook workstation");

/** "An m6i.xlarge serves them at 60 ms. On Lambda we measured 95 ms": the first is the server's time. */
function isOnInstance(passage: Passage, at: number): boolean {
  const sentence = sentenceOf(passage, at);
  const instance = sentence.some((here) => passage.lexemes[here]?.kind === "instance-type");
  if (!instance || sentenceHas(passage, at, ["lambda", "function"])) return false;
  return passage.quantities.some(
    ([here, other]) =>
      isQuantity(other, "duration") && here !== at && sentenceHas(passage, here, ["lambda", "function"]),
  );
}

/** "200 ms on my laptop". */
function isElsewhere(passage: Passage, at: number): boolean {
  if (isOnInstance(passage, at)) return true;
  return hasLeft(passage, at, otherMachines, "bracket", 8) || hasRight(passage, at, otherMachines, "bracket", 5);
}

/** "of which four seconds are waiting for the provider". */
function isWait(passage: Passage, at: number): boolean {
  const part = isWord(passage.lexemes[at - 1], "them", "that", "it") && isWord(passage.lexemes[at - 2], "of", "from");
  const behind =
    isWord(passage.lexemes[at + 1], "of") && isWord(passage.lexemes[at + 2], "it", "that", "them", "which");
  const which = part || behind || hasLeft(passage, at, wordSet("which whereof thereof"), "bracket", 4);
  return (
    which &&
    (hasRight(passage, at, wordSet("waiting idle network external io"), "phrase", 3) ||
      hasLeft(passage, at, wordSet("waiting"), "phrase", 3))
  );
}

/** Anchors that say how long steps take: without maxima, old times and CPU shares, as long as something is left. */
export function ordinaryAnchors(anchors: readonly Anchor[]): { steps: Anchor[]; cpu: Anchor[]; dropped: Anchor[] } {
  const parts = anchors.filter((anchor) => anchor.wait);
  const { steps, cpu, dropped } = wholeAnchors(withoutEvents(anchors.filter((anchor) => !anchor.wait)));
  return { steps, cpu: [...cpu, ...parts], dropped };
}

/** Longest run of a Lambda: what is longer, beside a shorter time, is the length of something else. */
const longestRunMs = 900_000;
const hourLongMs = 3_600_000;

/** "Over the whole show (3 hours)", "9 ms each": hours beside milliseconds are no step, unless said to be a run. */
function withoutEvents(anchors: readonly Anchor[]): Anchor[] {
  const short = anchors.some((anchor) => anchor.ms < longestRunMs && !anchor.ofMany);
  return short ? anchors.filter((anchor) => (anchor.ms < hourLongMs || anchor.run) && !anchor.ofMany) : [...anchors];
}

function wholeAnchors(anchors: readonly Anchor[]): { steps: Anchor[]; cpu: Anchor[]; dropped: Anchor[] } {
  const cpu = anchors.filter((anchor) => anchor.cpu);
  const timed = cpu.length < anchors.length ? anchors.filter((anchor) => !anchor.cpu) : [...anchors];
  const taken = timed.findLastIndex((anchor) => anchor.correction);
  const valid = taken > 0 ? timed.slice(taken) : timed;
  const here = valid.filter((anchor) => !anchor.elsewhere);
  const there = here.length > 0 ? here : valid;
  const current = there.filter((anchor) => !anchor.old);
  const kept = current.length > 0 ? current : there;
  const usual = kept.filter((anchor) => !anchor.maximum);
  const ordinary = usual.length > 0 ? usual : kept;
  // Cost follows the mean: where it is said, the median is only said beside it.
  const steps = ordinary.some((anchor) => anchor.mean) ? ordinary.filter((anchor) => !anchor.median) : ordinary;
  return {
    steps,
    cpu: cpu.length < anchors.length ? cpu : [],
    dropped: timed.filter((anchor) => !steps.includes(anchor)),
  };
}
