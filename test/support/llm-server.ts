import type { ServerResponse } from "node:http";
import { LLMock } from "@copilotkit/aimock";
import { createOpenAiModel } from "#src/llm/openai.ts";
import type { LanguageModel } from "#src/llm/port.ts";

/** A server that speaks OpenAI's HTTP API, written by somebody else, and clients of it. */
export interface LlmServer {
  mock: LLMock;
  model(totalMs?: number): LanguageModel;
  /** A client whose requests are answered byte for byte as `answer` writes them. */
  rawModel(answer: (response: ServerResponse) => void, totalMs?: number): { model: LanguageModel; calls(): number };
  /** Everything the server was sent, as one text. */
  received(): string;
  stop(): Promise<void>;
}

export async function startLlmServer(): Promise<LlmServer> {
  const mock = new LLMock({ port: 0 });
  await mock.start();
  const client = (path: string, totalMs: number) =>
    createOpenAiModel({ baseUrl: `${mock.url}${path}`, apiKey: "test-key", model: "test-model", totalMs });
  let mounted = 0;
  return {
    mock,
    model: (totalMs = 5_000) => client("/v1", totalMs),
    rawModel: (answer, totalMs = 5_000) => {
      mounted += 1;
      let calls = 0;
      mock.mount(`/raw${mounted}`, {
        handleRequest: async (_, response) => {
          calls += 1;
          answer(response);
          return true;
        },
      });
      return { model: client(`/raw${mounted}`, totalMs), calls: () => calls };
    },
    received: () => JSON.stringify(mock.getRequests()),
    stop: () => mock.stop(),
  };
}

/** A chat completion with this message. */
export function completion(message: Readonly<Record<string, unknown>>, finishReason = "stop"): string {
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "test-model",
    choices: [{ index: 0, finish_reason: finishReason, message: { role: "assistant", ...message } }],
  });
}

export function sendJson(body: string, status = 200): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  };
}
