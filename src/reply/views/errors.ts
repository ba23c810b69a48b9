import type { ErrorCode, UserErrorDetails } from "#src/errors.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import type { Action, Reply, Span } from "#src/reply/reply.ts";
import { code, plain, strong } from "#src/reply/spans.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { dimensionName } from "#src/reply/wording/service.ts";

const TEXT_MAX = 500;

function errorReply(
  message: string,
  rest: readonly Span[],
  actions: readonly Action[],
  small: readonly Span[] = [],
): Reply {
  return {
    kind: "error",
    summary: message,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [strong(message), ...(rest.length === 0 ? [] : [plain("\n"), ...rest])] },
      ...(small.length === 0 ? [] : [{ kind: "context", spans: small } as const]),
      ...(actions.length === 0 ? [] : [{ kind: "actions", actions } as const]),
    ],
  };
}

/** What happened, what to do, and a button that does it. */
export function userErrorReply(error: UserErrorDetails): Reply {
  if (error.code === "no-workload" || error.code === "missing-rate") return noWorkloadReply(error.message);
  const next = error.nextStep === undefined ? [] : [plain(oneLine(error.nextStep, TEXT_MAX))];
  return errorReply(oneLine(error.message, TEXT_MAX), next, actionsFor(error.code));
}

function actionsFor(errorCode: ErrorCode): Action[] {
  switch (errorCode) {
    case "unknown-region":
    case "bad-input":
    case "unknown-field":
      return [button("Open the form", "review", null)];
    case "unknown-verb":
    case "bad-schedule":
      return [button("Help", "help", null)];
    case "unknown-price":
    case "missing-price":
    case "unknown-catalog":
      return [button("Catalog in use", "prices", null)];
    case "bad-json":
    case "no-workload":
    case "missing-rate":
    case "unknown-review":
    case "which-review":
    case "not-allowed":
    case "storage-unavailable":
    case "store-in-use":
    case "refresh-failed":
    case "config":
      return [];
  }
}

const examples = ["200 a second, 300 ms each", "3 million a day", "20 files every night"];

/** Nothing in the words says how often something runs. */
export function noWorkloadReply(message: string): Reply {
  return errorReply(
    oneLine(message, TEXT_MAX),
    [
      plain("I need at least how often something runs. Any of these will do: "),
      ...examples.flatMap((example, position) => [...(position === 0 ? [] : [plain(" · ")]), code(example)]),
    ],
    [button("Open the form", "review", null), button("Show an example", "case", null)],
  );
}

export interface UnknownVerbInput {
  typed: string;
  nearest: Verb | null;
  /** Lines without the leading `/rethink`, the most used first. */
  examples: readonly string[];
}

/** The nearest verb, three examples, and a button that runs the nearest. */
export function unknownVerbReply({ typed, nearest, examples: lines }: UnknownVerbInput): Reply {
  const word = oneLine(typed, 40);
  const message = nearest === null ? `No verb "${word}".` : `No verb "${word}". Did you mean "${nearest}"?`;
  return errorReply(
    message,
    lines
      .slice(0, 3)
      .flatMap((line, position) => [...(position === 0 ? [] : [plain(" · ")]), code(`/rethink ${line}`)]),
    nearest === null ? [button("Help", "help", null)] : [button(`Run ${nearest}`, nearest, null)],
  );
}

export interface MissingPriceInput {
  review: string | null;
  service: string;
  dimension: string;
  region: string;
  pricesAsOf: string;
  /** Lines that do have a price, of all; null where nothing was priced. */
  priced: { lines: number; of: number } | null;
}

/** A price that is nowhere in the catalog: no total, and nothing guessed. */
export function missingPriceReply(input: MissingPriceInput): Reply {
  const { service, dimension, region, priced } = input;
  const id = `${oneLine(service, 40)}/${oneLine(dimension, 60)}`;
  const where = oneLine(region, 40);
  const rest = priced === null ? "" : ` Everything else is there: ${priced.lines} of ${priced.of} lines.`;
  return errorReply(
    `The catalog has no price for ${dimensionName(service, dimension)} in ${where}, not even an estimate, so there is no total.`,
    [plain(`I don't guess prices.${rest}`)],
    [
      ...(priced === null ? [] : [button(`Show the ${priced.lines} lines`, "breakdown", input.review)]),
      ...(where === "us-east-1" || input.review === null
        ? []
        : [button("Price it in us-east-1", "whatif", input.review, { path: "region", value: "us-east-1" })]),
    ],
    [plain("Missing: "), code(id), plain(`, ${where} · catalog ${factDate(input.pricesAsOf)}`)],
  );
}

/** A bug on our side: logged under an id that the operator can look up. */
export function unexpectedReply(id: string, retry: Action | null): Reply {
  return errorReply(
    "That failed on our side. Nothing was changed.",
    [plain("Send it again; if it fails twice, give "), code(oneLine(id, 20)), plain(" to whoever runs Rethink here.")],
    retry === null ? [] : [{ ...retry, label: "Try again" }],
  );
}
