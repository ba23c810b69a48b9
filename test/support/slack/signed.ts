import { createHmac } from "node:crypto";
import { SIGNING_SECRET } from "./emulator.ts";

export interface Answer {
  status: number;
  body: string;
}

export interface Signing {
  secret?: string;
  /** Seconds since 1970; now unless told. */
  at?: number;
  headers?: Record<string, string>;
}

const FORM = "application/x-www-form-urlencoded";

/** Delivers what Slack would deliver over HTTP, signed as Slack signs it. */
export function signedSender(url: string) {
  async function send(
    body: string,
    type: string,
    { secret = SIGNING_SECRET, at, headers = {} }: Signing,
  ): Promise<Answer> {
    const timestamp = at ?? Math.floor(Date.now() / 1000);
    const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": type,
        "x-slack-request-timestamp": String(timestamp),
        "x-slack-signature": `v0=${signature}`,
        ...headers,
      },
      body,
    });
    return { status: response.status, body: await response.text() };
  }
  return {
    command: (payload: Record<string, string>, signing: Signing = {}): Promise<Answer> =>
      send(new URLSearchParams(payload).toString(), FORM, signing),
    interaction: (payload: object, signing: Signing = {}): Promise<Answer> =>
      send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM, signing),
    event: (payload: object, signing: Signing = {}): Promise<Answer> =>
      send(JSON.stringify(payload), "application/json", signing),
  };
}
export type SignedSender = ReturnType<typeof signedSender>;
