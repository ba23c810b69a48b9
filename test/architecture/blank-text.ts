/**
 * Replaces comments, and the inside of strings, templates and regular expressions, with spaces. Quotes, line breaks and
 * the length stay, so that a position in the result is the same position in the source. Code inside `${}` of a
 * template stays code.
 *
 * A light scanner, not a parser: it tells a regular expression from a division by what stands before the slash.
 */
export function blankText(source: string): string {
  let out = "";
  /** Depth of braces at which each open `${` ends. */
  const templates: number[] = [];
  let depth = 0;
  const hide = (end: number, edge: number) => {
    const text = source.slice(out.length, end);
    const inside = text.slice(edge, text.length - edge).replace(/[^\n]/g, " ");
    out += edge === 0 ? inside : text.slice(0, edge) + inside + text.slice(text.length - edge);
  };
  while (out.length < source.length) {
    const at = out.length;
    const char = source[at] ?? "";
    const next = source[at + 1];
    if (char === "/" && next === "/") hide(endOfLine(source, at), 0);
    else if (char === "/" && next === "*") hide(after(source, "*/", at + 2), 0);
    else if (char === '"' || char === "'") hide(endOfQuoted(source, at, char), 1);
    else if (char === "`" || (char === "}" && templates.at(-1) === depth)) {
      if (char === "}") templates.pop();
      const end = endOfTemplatePiece(source, at + 1);
      hide(end, 0);
      if (source[end - 1] === "{") templates.push(depth);
    } else if (char === "/" && startsRegExp(out.slice(-40))) hide(endOfRegExp(source, at), 0);
    else {
      if (char === "{") depth += 1;
      if (char === "}") depth -= 1;
      out += char;
    }
  }
  return out;
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end === -1 ? source.length : end;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

function endOfQuoted(source: string, from: number, quote: string): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === quote || source[at] === "\n") return at + 1;
  }
  return source.length;
}

/** Up to and including the closing back-tick or the next `${`. */
function endOfTemplatePiece(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "`") return at + 1;
    else if (source[at] === "$" && source[at + 1] === "{") return at + 2;
  }
  return source.length;
}

function startsRegExp(before: string): boolean {
  const code = before.trimEnd();
  return code === "" || /(?:[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|await|yield))$/.test(code);
}

function endOfRegExp(source: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < source.length; at += 1) {
    const char = source[at];
    if (char === "\\") at += 1;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "\n" || (char === "/" && !inClass)) return at + 1;
  }
  return source.length;
}
