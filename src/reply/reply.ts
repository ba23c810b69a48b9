import type { ChartSpec } from "./chart-spec.ts";
import type { Verb } from "./verbs.ts";

/**
 * The neutral reply: what a person should see, free of any platform.
 *
 * Every platform renders every block kind; a new kind breaks each renderer at compile time (exhaustive switch).
 * Text in blocks is plain data. Renderers escape it: nothing a person typed becomes markup, a mention or a command.
 */

/** `strong` marks figures, not moods; `quiet` is grey small print; `code` is an id or a literal. */
export type SpanStyle = "plain" | "strong" | "quiet" | "code";

export type Span =
  | { kind: "text"; text: string; style: SpanStyle }
  /** Shown as the person's name; never notifies anyone. */
  | { kind: "person"; id: string; name: string };

/** A button: pressing it is the same as typing the verb. */
export interface Action {
  label: string;
  verb: Verb;
  /** Named options of the verb. */
  args: Readonly<Record<string, string>>;
  /** Short id of the review it is about. */
  review?: string;
  /** Needed when two buttons of one reply have the same label. */
  accessibilityLabel?: string;
  emphasis?: "primary" | "danger";
  /** Ask these fields in a form first, then run the verb with the answers. */
  form?: Form;
}

export interface TableColumn {
  label: string;
  align: "left" | "right";
}

export interface TableRow {
  cells: readonly (readonly Span[])[];
  /** The preferred row: `>` in the terminal, bold elsewhere. */
  emphasized: boolean;
}

export type Block =
  /** The finding. At most one a reply, first or second. */
  | { kind: "headline"; text: string }
  /** Heading of a section inside a reply. */
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; spans: readonly Span[] }
  /** Small grey print. */
  | { kind: "context"; spans: readonly Span[] }
  /**
   * Platforms without tables (Discord) write one line a row: the `figureColumn` first in code font, then the others
   * joined with a middle dot.
   */
  | { kind: "table"; columns: readonly TableColumn[]; rows: readonly TableRow[]; figureColumn: number }
  | { kind: "list"; items: readonly (readonly Span[])[] }
  /** One line with a button at its end: an assumption with Change. */
  | { kind: "line-with-action"; spans: readonly Span[]; consequence: readonly Span[]; action: Action }
  | { kind: "chart"; chart: ChartSpec }
  | { kind: "actions"; actions: readonly Action[] }
  /** Literal text in a fixed-width font: arithmetic, a command to type. */
  | { kind: "preformatted"; text: string }
  | { kind: "divider" }
  /** Offered as a download: an ADR, an export. */
  | { kind: "file"; name: string; mediaType: string; content: string };

/** Colour of the edge where a platform has one; carries no meaning of its own. */
export type Accent = "serverless" | "monolith" | "hybrid" | "close" | "none";

export interface Reply {
  /** `silent`: say nothing at all (chatter). */
  kind: "review" | "difference" | "detail" | "notice" | "ask" | "error" | "digest" | "silent";
  /** A full sentence: notification text, screen-reader text, fallback. */
  summary: string;
  accent: Accent;
  blocks: readonly Block[];
}

/** One field of a form. */
export type FormField =
  | {
      kind: "text";
      name: string;
      label: string;
      placeholder?: string;
      hint?: string;
      multiline: boolean;
      required: boolean;
      initial?: string;
    }
  | {
      kind: "choice";
      name: string;
      label: string;
      hint?: string;
      required: boolean;
      choices: readonly { label: string; value: string }[];
      initial?: string;
    };

/** A pop-up form (modal). Submitting it runs `verb` with the answers as named options. */
export interface Form {
  title: string;
  submitLabel: string;
  verb: Verb;
  /** Options that are already fixed, sent along with the answers. */
  args: Readonly<Record<string, string>>;
  review?: string;
  fields: readonly FormField[];
}
