import { UserError } from "#src/errors.ts";

/** How to reach the price list. */
export interface Source {
  /** Without a slash at the end; the layout's paths follow it. */
  baseUrl: string;
  /** Longest silence before an answer or between two pieces of it. */
  silenceMaxMs: number;
}

/** Answer of a server, its body to be read once, piece by piece. */
export interface Download {
  url: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** AWS's own host; reading it needs no credentials. */
export const AWS_PRICE_LIST_URL = "https://pricing.us-east-1.amazonaws.com";

export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new UserError({
      code: "bad-input",
      path: "--base-url",
      message: `${JSON.stringify(text)} is no address of a price list.`,
      nextStep: `Give one like ${AWS_PRICE_LIST_URL}.`,
    });
  }
  return text.replace(/\/+$/, "");
}

/**
 * Size of a file in bytes, as the server tells without sending it; null where it does not tell.
 *
 * @throws UserError `refresh-failed` when there is no such file or no answer
 */
export async function sizeOf(source: Source, path: string): Promise<number | null> {
  const response = await request(source, path, "HEAD", AbortSignal.timeout(source.silenceMaxMs));
  if (response.status === 405 || response.status === 501) return null;
  checkStatus(response, path);
  const length = response.headers.get("content-length");
  return length === null || response.headers.has("content-encoding") ? null : Number(length);
}

/**
 * Opens a file. Reading its chunks fails with a UserError when the body breaks off or falls silent.
 *
 * @throws UserError `refresh-failed`
 */
export async function download(source: Source, path: string): Promise<Download> {
  const silence = new AbortController();
  const wait = () => setTimeout(() => silence.abort(new Error("silence")), source.silenceMaxMs);
  const timer = wait();
  try {
    const response = await request(source, path, "GET", silence.signal);
    checkStatus(response, path);
    if (response.body === null) throw failed(path, "the answer is empty");
    return { url: source.baseUrl + path, chunks: readBody(response.body, source, path, silence) };
  } finally {
    clearTimeout(timer);
  }
}

async function* readBody(
  body: ReadableStream<Uint8Array>,
  source: Source,
  path: string,
  silence: AbortController,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  const onSilence = () => silence.abort(new Error("silence"));
  const timer = setTimeout(onSilence, source.silenceMaxMs);
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      timer.refresh();
      yield chunk;
      timer.refresh();
    }
  } catch (cause) {
    throw failed(path, silence.signal.aborted ? silent(source) : `the file broke off after ${bytes} bytes`, cause);
  } finally {
    clearTimeout(timer);
  }
}

async function request(source: Source, path: string, method: string, signal: AbortSignal): Promise<Response> {
  try {
    // A size is that of the file itself, not of its compressed form.
    const headers = method === "HEAD" ? { "accept-encoding": "identity" } : {};
    return await fetch(source.baseUrl + path, { method, signal, headers });
  } catch (cause) {
    throw failed(path, signal.aborted ? silent(source) : `no connection to ${new URL(source.baseUrl).host}`, cause);
  }
}

function checkStatus(response: Response, path: string): void {
  if (response.status === 200) return;
  throw failed(path, `the server answered ${response.status}`);
}

function silent(source: Source): string {
  return `nothing came for ${source.silenceMaxMs / 1000} s`;
}

function failed(path: string, reason: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: "refresh-failed",
      message: `${path}: ${reason}. The catalog is unchanged.`,
      nextStep: "Try again later, or check --base-url.",
    },
    { cause },
  );
}

/** Text of a small file. */
export async function downloadText(source: Source, path: string): Promise<string> {
  const { chunks } = await download(source, path);
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
