import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refreshPrices } from "#src/catalog/refresh/refresh.ts";
import { UserError } from "#src/errors.ts";
import { csvOf, jsonOf } from "./price-list-files.ts";
import { type Answer, filePath, type PriceListServer, startPriceListServer } from "./price-list-server.ts";
import { smallCatalog, smallPriceList } from "./small-catalog.ts";

const JSON_PATH = filePath("AWSLambda", "20261101000000", "us-east-1");
const CSV_PATH = filePath("AWSLambda", "20261101000000", "us-east-1", "csv");
const REGIONS_PATH = "/offers/v1.0/aws/AWSLambda/current/region_index.json";
const INDEX_PATH = "/offers/v1.0/aws/index.json";

let server: PriceListServer;
let dataDir: string;
let before: string;

beforeEach(async () => {
  server = await startPriceListServer(smallPriceList());
  dataDir = await smallCatalog();
  before = await contentOf(dataDir);
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Names and texts of every file: equal only when nothing at all was touched. */
async function contentOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  const all = (await readdir(folder, { recursive: true })).length;
  const texts = await Promise.all(names.map(async (name) => `${name}\n${await readFile(join(folder, name), "utf8")}`));
  return `${all}\n${texts.join("\n")}`;
}

/** The one sentence a refresh fails with. */
async function failure(silenceMaxMs = 5000): Promise<string> {
  const options = { dataDir, baseUrl: server.baseUrl, silenceMaxMs, today: "2026-11-24" };
  const error: unknown = await refreshPrices({ ...options, offers: ["AWSLambda"], regions: ["us-east-1"] }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error("a UserError was expected", { cause: error });
  expect(error.code).toBe("refresh-failed");
  expect(await contentOf(dataDir)).toBe(before);
  return error.sentence;
}

const edition = { version: "20261101000000", publicationDate: "2026-11-01" };
const lambda = () => smallPriceList()["AWSLambda"]?.regions["us-east-1"] ?? [];
const csv = () => csvOf("AWSLambda", edition, lambda());
const json = () => jsonOf("AWSLambda", edition, lambda());

const text =
  (body: string): Answer =>
  (request, response) => {
    const length = Buffer.byteLength(body);
    response.writeHead(200, { "content-length": length }).end(request.method === "HEAD" ? undefined : body);
  };
const status =
  (code: number): Answer =>
  (_request, response) =>
    void response.writeHead(code).end("no");
const headThen =
  (answer: Answer): Answer =>
  (request, response) =>
    request.method === "HEAD" ? void response.writeHead(200).end() : answer(request, response);

describe("a server that fails is named, with its answer", () => {
  test.each([
    ["the list of offers is not there", INDEX_PATH, status(404), `${INDEX_PATH}: the server answered 404.`],
    ["the list of offers fails", INDEX_PATH, status(500), `${INDEX_PATH}: the server answered 500.`],
    ["the list of regions fails", REGIONS_PATH, status(503), `${REGIONS_PATH}: the server answered 503.`],
    ["a file is not there", JSON_PATH, status(404), `${JSON_PATH}: the server answered 404.`],
    ["a file fails", JSON_PATH, headThen(status(500)), "the server answered 500."],
    ["the list of offers is a web page", INDEX_PATH, text("<html>"), "not a list of the AWS Price List layout"],
    ["the list of offers lacks offers", INDEX_PATH, text("{}"), "offers: Invalid input"],
    ["an offer is missing", INDEX_PATH, text('{"offers":{}}'), "has no offer AWSLambda."],
    ["a region points elsewhere", REGIONS_PATH, text(regionIndex("https://elsewhere.example/")), "currentVersionUrl"],
  ])("when %s", async (_what, path, answer, sentence) => {
    server.instead.set(path, answer);
    if (path === JSON_PATH) server.instead.set(CSV_PATH, answer);
    expect(await failure()).toContain(sentence);
  });

  test("when nobody listens", async () => {
    await server.stop();
    expect(await failure()).toContain(`no connection to ${new URL(server.baseUrl).host}`);
  });
});

function regionIndex(currentVersionUrl: string): string {
  return JSON.stringify({ publicationDate: "2026-11-01", regions: { "us-east-1": { currentVersionUrl } } });
}

describe("a server that falls silent is given up after the time set", () => {
  test("before it answers", async () => {
    server.instead.set(JSON_PATH, () => {});
    expect(await failure(1000)).toContain(`${JSON_PATH}: nothing came for 1 s.`);
  });

  test("in the middle of a file", async () => {
    server.hideSizes = true;
    server.instead.set(CSV_PATH, (_request, response) => {
      response.writeHead(200, { "content-length": csv().length });
      response.write(csv().slice(0, 900));
    });
    expect(await failure(1000)).toContain(`${CSV_PATH}: nothing came for 1 s.`);
  });
});

describe("a file that is not whole is refused", () => {
  test.each([
    ["json", JSON_PATH, json],
    ["csv", CSV_PATH, csv],
  ])("when a %s body is shorter than announced", async (type, path, body) => {
    server.hideSizes = type === "csv";
    server.instead.set(path, (request, response) => {
      response.writeHead(200, { "content-length": Buffer.byteLength(body()) });
      if (request.method === "HEAD") response.end();
      else response.write(body().slice(0, 700), () => response.destroy());
    });
    expect(await failure()).toContain(`${path}: the file broke off after 700 bytes.`);
  });

  test.each([
    [
      "in the middle of a field",
      (whole: string) => whole.slice(0, -30),
      "line 9: the text stops inside a quoted field",
    ],
    ["between two fields", (whole: string) => whole.slice(0, whole.lastIndexOf(',"')), "fields where the header has"],
    ["between two bands", (whole: string) => withoutLastLine(whole), "line 8: the last price band ends at 1000"],
    ["in the metadata", (whole: string) => whole.split("\n", 3).join("\n"), "no header row that begins with SKU"],
    ["at once", () => "", "no header row that begins with SKU"],
  ])("when a CSV is cut %s", async (_where, cut, sentence) => {
    server.hideSizes = true;
    server.instead.set(CSV_PATH, headThen(text(cut(csv()))));
    const said = await failure();
    expect(said).toContain("AWSLambda us-east-1 index.csv");
    expect(said).toContain(sentence);
  });

  test.each([
    ["cut", (whole: string) => whole.slice(0, -200), "the JSON ends too early"],
    ["empty", () => "", "the JSON ends too early"],
    ["a web page", () => "<html></html>", "the text is no JSON"],
    [
      "damaged inside",
      (whole: string) => whole.replace('"products":{', '"products":{x'),
      "no JSON from character 128 on",
    ],
    ["of another shape", () => '{"products":[]}', "products: Invalid input"],
    ["without terms", () => '{"products":{}}', "terms: Invalid input"],
  ])("when a JSON is %s", async (_how, cut, sentence) => {
    server.instead.set(JSON_PATH, text(cut(json())));
    const said = await failure();
    expect(said).toContain("AWSLambda us-east-1 index.json");
    expect(said).toContain(sentence);
  });
});

function withoutLastLine(whole: string): string {
  return whole.slice(0, whole.trimEnd().lastIndexOf("\n") + 1);
}

describe("a row that makes no sense is named by file and line", () => {
  test.each([
    ["a price that is none", '"0.0000002000"', '"free"', 'line 7: "free" is no number'],
    ["a negative price", '"0.0000002000"', '"-1"', 'line 7: "-1" is no number'],
    ["a price that is no finite number", '"0.0000002000"', '"NaN"', 'line 7: "NaN" is no number'],
    ["another currency", '"0.0000002000","USD"', '"0.0000002000","CNY"', "line 7: the price is in CNY, not USD"],
    ["a date that is none", '"2026-11-01","0","Inf"', '"soon","0","Inf"', 'line 7: "soon" is no date'],
    [
      "a gap between bands",
      '"1000","Inf"',
      '"2000","Inf"',
      "line 9: a price band begins at 2000, but the one before ends at 1000",
    ],
    ["a missing first band", '"0","1000"', '"500","1000"', "line 8: the first price band begins at 500, not at 0"],
    [
      "a field too many",
      '"0.0000002000","USD"',
      '"0.0000002000","USD","x"',
      "line 7: 16 fields where the header has 15",
    ],
    ["text after a quote", '"0.0000002000","USD"', '"0.0000002000"x,"USD"', "line 7: text follows a closing quote"],
    ["a missing column", '"PricePerUnit"', '"Price"', "line 6: the header has no column priceperunit"],
  ])("when there is %s", async (_what, from, to, sentence) => {
    server.hideSizes = true;
    const changed = csv().replace(from, to);
    expect(changed).not.toBe(csv());
    server.instead.set(CSV_PATH, headThen(text(changed)));
    expect(await failure()).toContain(`AWSLambda us-east-1 index.csv, ${sentence}`);
  });

  test("in JSON by its rate code", async () => {
    server.instead.set(JSON_PATH, text(json().replace('"USD":"0.0000002000"', '"USD":"free"')));
    expect(await failure()).toContain('index.json, rate USE1-REQUEST-US-EAST-1.JRTCKXETXF.0: "free" is no number');
  });

  test("but not when no filter looks for it", async () => {
    server.hideSizes = true;
    const other = csv().replaceAll("AWS-Lambda-Requests", "AWS-Lambda-Else").replace('"0.0000002000"', '"free"');
    server.instead.set(CSV_PATH, headThen(text(other)));
    const found = await refreshPrices({
      dataDir,
      baseUrl: server.baseUrl,
      silenceMaxMs: 5000,
      today: "2026-11-24",
      offers: ["AWSLambda"],
      regions: ["us-east-1"],
    });
    expect(found.comparison.unmatched).toEqual([{ filterKey: "lambda/requests", offer: "AWSLambda" }]);
  });
});

test("a damaged catalog of ours is a fault, not bad input", async () => {
  await cp(join(dataDir, "regions.json"), join(dataDir, "prices/2026-10-01/lambda.json"));
  const options = { dataDir, baseUrl: server.baseUrl, silenceMaxMs: 5000, today: "2026-11-24" };
  await expect(refreshPrices({ ...options, offers: null, regions: null })).rejects.toThrow(
    /catalog file .*lambda\.json/,
  );
});
