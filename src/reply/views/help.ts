import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Block, Reply, Span } from "#src/reply/reply.ts";
import { midSentence } from "#src/reply/sentence-case.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import type { Verb } from "#src/reply/verbs.ts";

/** What the help says of one verb; the registry's commands have this shape. */
export interface HelpVerb {
  verb: Verb;
  group: string;
  /** Starts with a verb. */
  summary: string;
  /** Lines a person can type, without the leading `/rethink`. */
  examples: readonly string[];
  synonyms: readonly string[];
  options: readonly { name: string; description: string; required: boolean }[];
}

export interface HelpInput {
  /** In the order of the registry. */
  verbs: readonly HelpVerb[];
  /** Groups in the order they are shown. */
  groups: readonly string[];
  /** How the bot is addressed in a thread: "@Rethink ", or "" where every message reaches it. */
  mention: string;
}

const EXAMPLES = 3;

/** Every verb on one screen, generated from the registry. */
export function helpReply({ verbs, groups, mention }: HelpInput): Reply {
  const title = "Describe a workload, see what it costs and where it breaks";
  return {
    kind: "detail",
    summary: `Rethink: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      {
        kind: "paragraph",
        spans: [
          plain(
            "Five architectures, AWS list prices and quotas. Every figure comes from code, none from a language model. What you leave out is assumed, and marked.",
          ),
        ],
      },
      { kind: "heading", text: "Try one" },
      { kind: "list", items: firstExamples(verbs).map((example) => [code(`/rethink ${example}`)]) },
      ...groups.flatMap((group) => groupBlocks(group, verbs)),
      {
        kind: "paragraph",
        spans: [plain("In a review's thread just say it: "), code(`${mention}what if traffic doubles?`)],
      },
      {
        kind: "actions",
        actions: [button("Open the form", "review", null), button("Show an example review", "case", null)],
      },
      { kind: "context", spans: [code("/rethink help limits"), plain(" explains one verb")] },
    ],
  };
}

function firstExamples(verbs: readonly HelpVerb[]): string[] {
  const of = (verb: Verb) => verbs.find((entry) => entry.verb === verb)?.examples ?? [];
  const preferred = [...of("review").slice(0, 2), ...of("case").slice(0, 1)];
  const others = verbs.flatMap((entry) => entry.examples).filter((example) => !preferred.includes(example));
  return [...preferred, ...others].slice(0, EXAMPLES);
}

function groupBlocks(group: string, verbs: readonly HelpVerb[]): Block[] {
  const members = verbs.filter((entry) => entry.group === group);
  if (members.length === 0) return [];
  return [
    { kind: "heading", text: group },
    { kind: "list", items: members.map(verbSpans) },
  ];
}

/** "limits: show what breaks first"; a summary that begins with the verb itself goes on from it. */
function verbSpans({ verb, summary }: HelpVerb): Span[] {
  const text = lower(summary);
  return text.startsWith(`${verb} `) ? [code(verb), plain(text.slice(verb.length))] : [code(verb), plain(`: ${text}`)];
}

function lower(summary: string): string {
  return midSentence(oneLine(summary, 100).replace(/\.$/, ""));
}

/** One verb: what it does, its options, examples, other words for it. */
export function helpVerbReply(entry: HelpVerb): Reply {
  const title = `${entry.verb}: ${lower(entry.summary)}`;
  return {
    kind: "detail",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      ...(entry.options.length === 0
        ? []
        : [
            {
              kind: "list",
              items: entry.options.map((option) => [
                strong(option.name),
                plain(` ${lower(option.description)}${option.required ? "" : " (optional)"}`),
              ]),
            } as const,
          ]),
      ...(entry.examples.length === 0
        ? []
        : [
            { kind: "heading", text: "For instance" } as const,
            { kind: "list", items: entry.examples.map((example) => [code(`/rethink ${example}`)]) } as const,
          ]),
      ...(entry.synonyms.length === 0
        ? []
        : [{ kind: "context", spans: [plain(`The same: ${entry.synonyms.join(", ")}`)] } as const]),
    ],
  };
}
