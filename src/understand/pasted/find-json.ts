/** Most opening braces tried; a description holds one or two pasted objects. */
const mostTried = 8;

export interface PastedJson {
  value: unknown;
  start: number;
  end: number;
}

/** End of the object that opens at `start`, quotes respected; -1 where it never closes. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first JSON object pasted into a text; null where there is none. Its cost is bounded by a few passes. */
export function findJson(text: string): PastedJson | null {
  let from = 0;
  for (let tried = 0; tried < mostTried; tried += 1) {
    const start = text.indexOf("{", from);
    if (start < 0) return null;
    const end = closingBrace(text, start);
    const value = end < 0 ? undefined : parsed(text.slice(start, end));
    if (typeof value === "object" && value !== null) return { value, start, end };
    from = start + 1;
  }
  return null;
}
