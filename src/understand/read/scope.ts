import { isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, isNegated } from "#src/understand/passage/context.ts";
import { evidence, type Passage } from "#src/understand/passage/passage.ts";
import type { OutOfScopeTopic } from "#src/understand/reading.ts";
import { wordSet } from "#src/understand/word-set.ts";

const gpu = wordSet("gpu a100 h100 v100 t4 l4 a10g p3 p4d");
const clouds = wordSet("azure gcp aks gke oracle heroku cloudflare vercel digitalocean hetzner openshift alibaba ovh");
const stores = wordSet(
  "rds aurora postgres postgresql mysql mongodb redshift snowflake bigquery elasticsearch opensearch cassandra redis",
);
const leaving = wordSet(
  "from left leaving off instead unlike not was were previously before compare compared versus vs than like replace replacing leave migrated migrating",
);

export interface OutOfScope {
  topic: OutOfScopeTopic;
  evidence: string;
}

function topicAt(passage: Passage, at: number): OutOfScopeTopic | null {
  const { lexemes } = passage;
  const lexeme = lexemes[at];
  if (lexeme?.kind === "instance-type") return /^(?:p[2-6]|g[3-6])/.test(lexeme.name) ? "gpu" : null;
  if (lexeme?.kind !== "word") return null;
  if (gpu.has(lexeme.lemma)) return "gpu";
  const google = lexeme.lemma === "google" && isWord(lexemes[at + 1], "cloud");
  const run = lexeme.lemma === "cloud" && isWord(lexemes[at + 1], "run", "function");
  if (clouds.has(lexeme.lemma) || google || run) return "other-cloud";
  if (lexeme.lemma === "on" && isWord(lexemes[at + 1], "prem", "premise", "premises")) return "on-premises";
  if (
    lexeme.lemma === "onprem" ||
    (lexeme.lemma === "data" && isWord(lexemes[at + 1], "center", "centre") && isWord(lexemes[at - 1], "own", "our"))
  )
    return "on-premises";
  if (!stores.has(lexeme.lemma)) return null;
  const cost =
    hasLeft(passage, at, wordSet("cost bill spend money bulk most"), "sentence", 12) ||
    hasRight(passage, at, wordSet("cost bill spend"), "sentence", 10);
  const main =
    hasLeft(passage, at, wordSet("main mainly mostly most bulk biggest"), "sentence", 12) ||
    hasRight(passage, at, wordSet("main most bulk biggest"), "sentence", 10);
  return cost && main ? "data-store" : null;
}

/** What the text asks for that Rethink does not model; null when nothing is. A cloud people come from does not count. */
export function findOutOfScope(passage: Passage): OutOfScope | null {
  for (let at = 0; at < passage.lexemes.length; at += 1) {
    const topic = topicAt(passage, at);
    if (topic === null || isNegated(passage, at, 4)) continue;
    if (topic !== "gpu" && hasLeft(passage, at, leaving, "bracket", 5)) continue;
    return {
      topic,
      evidence: evidence(passage, at, topic === "gpu" ? at : Math.min(at + 1, passage.lexemes.length - 1)),
    };
  }
  return null;
}
