/**
 * Dotted paths into a workload: `steps.0.memoryMb`, `appliedQuotas["lambda.concurrency"]`.
 * Pure: a changed value is a new value, the old one is never touched.
 */

export type Segment = string | number;

/** Keys that would reach an object's prototype instead of its own fields. */
const unsafeKeys: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

const segmentPattern = /(?:^|\.)([A-Za-z_][\w-]*|\d{1,4})|\["([^"\\]{1,100})"\]/y;

/**
 * Splits a path into segments; list positions become numbers.
 *
 * @returns null when the text is not a path
 */
export function parsePath(path: string): readonly Segment[] | null {
  const segments: Segment[] = [];
  segmentPattern.lastIndex = 0;
  while (segmentPattern.lastIndex < path.length) {
    const match = segmentPattern.exec(path);
    if (match === null) return null;
    const key = match[1] ?? match[2] ?? "";
    if (unsafeKeys.has(key)) return null;
    segments.push(match[1] !== undefined && /^\d+$/.test(key) ? Number(key) : key);
  }
  return segments.length === 0 ? null : segments;
}

/** Fields whose keys are ids with dots in them: always quoted. */
const recordFields: ReadonlySet<string> = new Set(["appliedQuotas", "assumptions"]);

/** The reverse of `parsePath`. */
export function formatPath(segments: readonly Segment[]): string {
  return segments
    .map((segment, position) => {
      const quoted = recordFields.has(String(segments[0])) || !/^([A-Za-z_][\w-]*|\d+)$/.test(String(segment));
      if (position === 0) return String(segment);
      return quoted ? `["${segment}"]` : `.${segment}`;
    })
    .join("");
}

/** Path of one applied quota: `appliedQuotas["lambda.concurrency"]`. */
export function quotaPath(quota: string): string {
  return formatPath(["appliedQuotas", quota]);
}

/** The value at a path, or undefined where there is none. */
export function getPath(root: unknown, segments: readonly Segment[]): unknown {
  let value = root;
  for (const segment of segments) {
    if (Array.isArray(value)) value = typeof segment === "number" ? value[segment] : undefined;
    else if (isFields(value)) value = Object.hasOwn(value, segment) ? value[String(segment)] : undefined;
    else return undefined;
  }
  return value;
}

/**
 * A copy of `root` with the value at the path replaced. Missing parents are made; `undefined` removes a field.
 * A list takes positions up to its length (one past the end appends), and `null` removes an entry.
 *
 * @returns undefined when the path cannot be followed (a field of a number, a gap in a list)
 */
export function setPath(root: unknown, segments: readonly Segment[], value: unknown): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (Array.isArray(root)) return setInList(root, segment, rest, value);
  if (root !== undefined && root !== null && !isFields(root)) return undefined;
  const fields = isFields(root) ? root : {};
  const key = String(segment);
  const inner = setPath(Object.hasOwn(fields, key) ? fields[key] : undefined, rest, value);
  if (inner === undefined && value !== undefined) return undefined;
  const others = Object.entries(fields).filter(([name]) => name !== key);
  if (inner === undefined) return Object.fromEntries(others);
  return Object.hasOwn(fields, key)
    ? Object.fromEntries(Object.entries(fields).map(([name, old]) => [name, name === key ? inner : old]))
    : Object.fromEntries([...others, [key, inner]]);
}

function setInList(list: readonly unknown[], segment: Segment, rest: readonly Segment[], value: unknown): unknown {
  if (typeof segment !== "number" || segment > list.length) return undefined;
  if (rest.length === 0 && (value === null || value === undefined)) {
    return list.filter((_, position) => position !== segment);
  }
  const inner = setPath(list[segment], rest, value);
  if (inner === undefined && value !== undefined) return undefined;
  return segment === list.length
    ? [...list, inner]
    : list.map((entry, position) => (position === segment ? inner : entry));
}

/** Every leaf path of a value. Lists other than `steps` do not occur; an empty object has no leaf. */
export function leafPaths(root: unknown, prefix: readonly Segment[] = []): readonly string[] {
  if (Array.isArray(root)) return root.flatMap((entry, position) => leafPaths(entry, [...prefix, position]));
  if (isFields(root)) return Object.entries(root).flatMap(([key, value]) => leafPaths(value, [...prefix, key]));
  return root === undefined || prefix.length === 0 ? [] : [formatPath(prefix)];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
