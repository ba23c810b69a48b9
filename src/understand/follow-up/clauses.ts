/** A part of the line that says one thing, and how it says it. */
export interface Clause {
  /** Words and tokens a change may be read from. */
  words: readonly string[];
  /** All of them, for reading what is asked. */
  text: string;
  sentence: number;
  /** Opens a question ("why", "when", "is it"): only what stands behind "at", "with" or "if" can be a change. */
  asks: boolean;
  /** Says that it supposes or orders something: "what if", "make it", "use". */
  supposes: boolean;
}

const sentenceEnd = /^(?:[.?!;…]|\.\.\.)$/;
const joints: ReadonlySet<string> = new Set([
  ",",
  "and",
  "but",
  "plus",
  "+",
  "&",
  "then",
  "also",
  "while",
  ":",
  "-",
  "(",
  ")",
  "->",
]);

const fillers =
  "(?:so|and|ok|okay|hmm+|hm|well|but|then|wait|right|cool|great|yeah|yes|also|now|hey|oh|um|uh|actually|anyway|alright|fine|nice|thanks|btw|just|still)";
const whQuestion = new RegExp(
  `^(?:${fillers} )*(?:why|how come|who|who's|whose|where|where's|when|which|what|what's|how|how's|whats)\\b`,
);
const yesNoQuestion = new RegExp(
  `^(?:${fillers} )*(?:is|are|was|were|does|do|did|has|have|isn't|aren't|doesn't|don't you|am i|any idea|anyone|would it|will it|will we|would we|can it|could it)\\b`,
);
const supposing = new RegExp(
  `^(?:${fillers} )*(?:what if|what about|how about|what would happen if|what happens (?:if|at|with|when)|what changes (?:if|when)|and if|if|suppose|supposing|say|assume|assuming|imagine|let's|lets|make|use|try|set|go|switch|move|change|put|add|run|take|give|drop|bump|raise|lower|increase|decrease|reduce|cut|scale|double|with|without|at|we'd|we would|could we|can we|should we|shall we|would|consider|model|show me with|do it|host|deploy|keep|replace|swap|merge|split|halve|pretend|same but|rerun|re run|again with|try with|instead)\\b`,
);
/** Questions about a changed case: "how much at 100 a second?", "does it hold with 2 GB?". */
const condition = /^(?:if|at|with|assuming|given|using|on|when|for|behind|under|in|without|after)$/;
const noCondition = /\b(?:why|how come|who|where|when|come from|get)\b/;

/** Cuts a line into clauses, sentence by sentence. */
export function clausesOf(line: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  let words: string[] = [];
  let asking = false;
  const close = () => {
    if (words.length > 0) {
      const clause = clauseOf(words, sentence, asking);
      asking = clause.asks;
      clauses.push(clause);
    }
    words = [];
  };
  for (const word of line.trim().split(" ")) {
    if (sentenceEnd.test(word)) {
      close();
      sentence += 1;
      asking = false;
    } else if (joints.has(word)) close();
    else words.push(word);
  }
  close();
  return clauses;
}

/** The sentences of a line, as `sentence` numbers them. */
export function sentencesOf(line: string): readonly string[] {
  const sentences = [""];
  for (const word of line.trim().split(" ")) {
    if (sentenceEnd.test(word)) sentences.push("");
    else sentences[sentences.length - 1] = `${sentences.at(-1)} ${word}`.trim();
  }
  return sentences;
}

function clauseOf(words: readonly string[], sentence: number, inherited: boolean): Clause {
  const text = words.join(" ");
  const supposes = supposing.test(text);
  const asks =
    !supposes && (whQuestion.test(text) || yesNoQuestion.test(text) || (inherited && !/[@#%*!$]/.test(text)));
  return { words: asks ? conditionOf(words, text) : words, text, sentence, asks, supposes };
}

function conditionOf(words: readonly string[], text: string): readonly string[] {
  if (noCondition.test(text)) return [];
  const at = words.findIndex((word, position) => position > 0 && condition.test(word));
  return at === -1 ? [] : words.slice(at + 1);
}
