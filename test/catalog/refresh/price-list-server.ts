import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { csvOf, jsonOf, type Product } from "./price-list-files.ts";

/** What one offer holds: products by region. */
export interface Offer {
  version: string;
  /** `YYYY-MM-DD`. */
  publicationDate: string;
  regions: Record<string, Product[]>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface PriceListServer {
  baseUrl: string;
  offers: Record<string, Offer>;
  /** Answers that go before the layout's, by path. */
  instead: Map<string, Answer>;
  /** "GET /offers/…", in the order they came. */
  requests: string[];
  /** True: HEAD tells no size, so that the CSV is read. */
  hideSizes: boolean;
  stop(): Promise<void>;
}

/** A server that speaks the layout of the AWS Price List for what is put into `offers`. */
export async function startPriceListServer(offers: Record<string, Offer>): Promise<PriceListServer> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    running.requests.push(`${request.method} ${path}`);
    const instead = running.instead.get(path);
    if (instead !== undefined) instead(request, response);
    else send(request, response, fileAt(running.offers, path), running.hideSizes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const running: PriceListServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    offers,
    instead: new Map(),
    requests: [],
    hideSizes: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}

/** Path of a region's file, as the region index gives it. */
export function filePath(offer: string, version: string, region: string, type: "json" | "csv" = "json"): string {
  return `/offers/v1.0/aws/${offer}/${version}/${region}/index.${type}`;
}

function fileAt(offers: Record<string, Offer>, path: string): string | null {
  if (path === "/offers/v1.0/aws/index.json") {
    const entries = Object.keys(offers).map((offer) => [
      offer,
      { offerCode: offer, currentRegionIndexUrl: `/offers/v1.0/aws/${offer}/current/region_index.json` },
    ]);
    return JSON.stringify({ formatVersion: "v1.0", offers: Object.fromEntries(entries) });
  }
  const [, offerCode = "", , regionOrFile = "", file] = /aws\/([^/]+)\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const offer = offers[offerCode];
  if (offer === undefined) return null;
  if (regionOrFile === "region_index.json") return regionIndex(offerCode, offer);
  const products = offer.regions[regionOrFile];
  if (products === undefined) return null;
  return file === "index.json" ? jsonOf(offerCode, offer, products) : csvOf(offerCode, offer, products);
}

function regionIndex(offerCode: string, { version, publicationDate, regions }: Offer): string {
  const entries = Object.keys(regions).map((regionCode) => [
    regionCode,
    { regionCode, currentVersionUrl: filePath(offerCode, version, regionCode) },
  ]);
  return JSON.stringify({ publicationDate: `${publicationDate}T00:00:00Z`, regions: Object.fromEntries(entries) });
}

function send(request: IncomingMessage, response: ServerResponse, text: string | null, hideSizes: boolean): void {
  if (text === null) {
    response.writeHead(404).end();
    return;
  }
  if (request.method === "HEAD") {
    response.writeHead(200, hideSizes ? {} : { "content-length": Buffer.byteLength(text) }).end();
    return;
  }
  response.writeHead(200, { "content-length": Buffer.byteLength(text) }).end(text);
}
