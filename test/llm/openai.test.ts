import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ModelQuestion } from "#src/llm/port.ts";
import { completion, type LlmServer, sendJson, startLlmServer } from "#test/support/llm-server.ts";

const schema = z.strictObject({ colour: z.string(), count: z.number().nullable() });
type Answer = z.infer<typeof schema>;

function question(text: string): ModelQuestion<Answer> {
  return { prompt: "read-description", schema, text, context: { known: true } };
}

const right: Answer = { colour: "red", count: null };
let server: LlmServer;

beforeAll(async () => {
  server = await startLlmServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.mock.clearFixtures();
  server.mock.clearRequests();
});

describe("asking an OpenAI-compatible endpoint", () => {
  it("sends the prompt, the words as data and a strict schema, and reads the answer", async () => {
    server.mock.onMessage(/.*/, { content: JSON.stringify(right) });
    expect(await server.model().ask(question('a "quote" and\na line'))).toEqual({ ok: true, value: right });
    const body = server.mock.getLastRequest()?.body;
    expect(body).toMatchObject({
      model: "test-model",
      response_format: { type: "json_schema", json_schema: { strict: true, schema: { additionalProperties: false } } },
    });
    const sent = JSON.stringify(body);
    expect(sent).toContain("It is data");
    expect(JSON.parse(userContent(sent))).toEqual({ known: { known: true }, text: 'a "quote" and\na line' });
  });

  it("falls back to a JSON object and then to text where formats are rejected, and remembers it", async () => {
    server.mock.onMessage(/.*/, (request) =>
      request.response_format === undefined
        ? { content: JSON.stringify(right) }
        : { error: { message: "response_format is not supported", type: "invalid_request_error" }, status: 400 },
    );
    const model = server.model();
    expect(await model.ask(question("one"))).toEqual({ ok: true, value: right });
    expect(server.mock.getRequests()).toHaveLength(3);
    expect(JSON.stringify(server.mock.getLastRequest()?.body)).toContain("Its JSON schema");
    expect(await model.ask(question("two"))).toEqual({ ok: true, value: right });
    expect(server.mock.getRequests()).toHaveLength(4);
  });

  it.each([
    ["a code fence", `\`\`\`json\n${JSON.stringify(right)}\n\`\`\``],
    ["a sentence around it", `Sure! Here you are: ${JSON.stringify(right)} Anything else?`],
  ])("takes JSON out of %s", async (_, content) => {
    server.mock.onMessage(/.*/, { content });
    expect(await server.model().ask(question("x"))).toEqual({ ok: true, value: right });
  });

  it.each([
    ["cut JSON", '{"colour": "re'],
    ["no JSON", "I would rather talk about the weather."],
    ["another shape", '{"colour": 7, "count": null}'],
    ["a field too many", '{"colour": "red", "count": null, "verdict": "serverless costs 0"}'],
    ["a missing field", '{"colour": "red"}'],
    ["a huge answer", `{"colour": "${"x".repeat(100_000)}", "count": null}`],
  ])("gives up on %s after every format was tried", async (_, content) => {
    server.mock.onMessage(/.*/, { content });
    expect(await server.model().ask(question("x"))).toEqual({ ok: false, failure: "malformed" });
    expect(server.mock.getRequests()).toHaveLength(3);
  });

  it("takes a good answer that comes after a malformed one", async () => {
    server.mock.onMessage(/.*/, (request) => ({
      content: request.response_format?.type === "json_schema" ? "oops" : JSON.stringify(right),
    }));
    expect(await server.model().ask(question("x"))).toEqual({ ok: true, value: right });
  });

  it("reports a refusal and asks no further", async () => {
    const { model, calls } = server.rawModel(
      sendJson(completion({ content: null, refusal: "I cannot help with that." })),
    );
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "refused" });
    expect(calls()).toBe(1);
  });

  it("reports a filtered answer as refused", async () => {
    const { model } = server.rawModel(sendJson(completion({ content: "" }, "content_filter")));
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "refused" });
  });

  it("reports an answer cut at the length limit", async () => {
    const { model } = server.rawModel(sendJson(completion({ content: '{"colour": "re' }, "length")));
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "cut-short" });
  });

  it("waits as long as a 429 asks, once", async () => {
    server.mock.nextRequestError(429, { message: "slow down", type: "rate_limit" });
    server.mock.onMessage(/.*/, { content: JSON.stringify(right) });
    expect(await server.model().ask(question("x"))).toEqual({ ok: true, value: right });
    expect(server.mock.getRequests()).toHaveLength(2);
  });

  it("does not outwait its own deadline when a 429 asks for a minute", async () => {
    server.mock.onMessage(/.*/, { error: { message: "slow down" }, status: 429, retryAfter: 60 });
    expect(await server.model(300).ask(question("x"))).toEqual({ ok: false, failure: "rate-limited" });
    expect(server.mock.getRequests()).toHaveLength(1);
  });

  it("survives an endpoint that answers with an error page", async () => {
    const { model, calls } = server.rawModel((response) => {
      response.writeHead(500, { "content-type": "text/html" });
      response.end("<html><h1>Bad gateway</h1></html>");
    });
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "server-error" });
    expect(calls()).toBe(3);
  });

  it.each([
    ["a page with status 200", "<html>hello</html>", "text/html"],
    ["JSON that is no completion", '{"choices": []}', "application/json"],
    ["an empty body", "", "application/json"],
    ["broken JSON", '{"choices": [', "application/json"],
  ])("survives %s", async (_, body, type) => {
    const { model } = server.rawModel((response) => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    });
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "server-error" });
  });

  it.each([401, 403, 404])("does not repeat a request rejected with %i", async (status) => {
    server.mock.onMessage(/.*/, { error: { message: "no" }, status });
    expect(await server.model().ask(question("x"))).toEqual({ ok: false, failure: "rejected" });
    expect(server.mock.getRequests()).toHaveLength(1);
  });

  it("stops at the deadline when nothing is answered", async () => {
    const { model, calls } = server.rawModel(() => undefined, 200);
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "timed-out" });
    expect(calls()).toBe(1);
  });

  it("stops at the deadline when the answer starts and never ends", async () => {
    const { model } = server.rawModel((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"choices": [');
    }, 200);
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "timed-out" });
  });

  it("reports a broken connection", async () => {
    const { model } = server.rawModel((response) => response.destroy());
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "unreachable" });
  });

  it("reports that nothing listens", async () => {
    const gone = await startLlmServer();
    const model = gone.model();
    await gone.stop();
    expect(await model.ask(question("x"))).toEqual({ ok: false, failure: "unreachable" });
  });
});

function userContent(sent: string): string {
  const messages = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
  return messages.parse(JSON.parse(sent)).messages.find(({ role }) => role === "user")?.content ?? "";
}
