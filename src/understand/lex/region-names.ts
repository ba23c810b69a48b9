import { wordTable } from "./word-table.ts";

/** What a place name says about the region: a city names one, a country its main one, an area leaves several. */
export interface Place {
  code: string;
  precision: "city" | "country" | "area";
}

/** Every public AWS region, priced by the catalog or not: an unpriced region is said, never swapped. */
export const knownRegions: ReadonlySet<string> = new Set(
  (
    "us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 ca-central-1 ca-west-1 mx-central-1 " +
    "sa-east-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 il-central-1 " +
    "me-south-1 me-central-1 af-south-1 ap-south-1 ap-south-2 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 " +
    "ap-northeast-3 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 " +
    "ap-southeast-7 cn-north-1 cn-northwest-1"
  ).split(" "),
);

const cities: Readonly<Record<string, string>> = {
  "us-east-1": "virginia|n virginia|north virginia|northern virginia|nova|ashburn",
  "us-east-2": "ohio|columbus",
  "us-west-1": "n california|north california|northern california|san francisco",
  "us-west-2": "oregon|portland",
  "ca-central-1": "montreal|canada central",
  "ca-west-1": "calgary",
  "mx-central-1": "queretaro|mexico city",
  "sa-east-1": "sao paulo",
  "eu-west-1": "ireland|dublin|irland|irlande|irlanda",
  "eu-west-2": "london|londres",
  "eu-west-3": "paris",
  "eu-central-1": "frankfurt|francfort",
  "eu-central-2": "zurich",
  "eu-north-1": "stockholm",
  "eu-south-1": "milan|milano",
  "eu-south-2": "aragon|zaragoza",
  "il-central-1": "tel aviv",
  "me-south-1": "bahrain",
  "me-central-1": "dubai|uae",
  "af-south-1": "cape town",
  "ap-south-1": "mumbai|bombay",
  "ap-south-2": "hyderabad",
  "ap-east-1": "hong kong|hongkong",
  "ap-east-2": "taipei",
  "ap-northeast-1": "tokyo",
  "ap-northeast-2": "seoul",
  "ap-northeast-3": "osaka",
  "ap-southeast-1": "singapore|singapour|singapur",
  "ap-southeast-2": "sydney",
  "ap-southeast-3": "jakarta",
  "ap-southeast-4": "melbourne",
  "ap-southeast-5": "kuala lumpur",
  "ap-southeast-6": "auckland",
  "ap-southeast-7": "bangkok",
  "cn-north-1": "beijing",
  "cn-northwest-1": "ningxia",
};

const countries: Readonly<Record<string, string>> = {
  "us-west-1": "california",
  "ca-central-1": "canada",
  "mx-central-1": "mexico",
  "sa-east-1": "brazil|brasil",
  "eu-west-2": "uk|united kingdom|england|great britain",
  "eu-west-3": "france",
  "eu-central-1": "germany|deutschland|allemagne|alemania|germania",
  "eu-central-2": "switzerland|schweiz|suisse",
  "eu-north-1": "sweden|schweden|suede",
  "eu-south-1": "italy|italia|italien|italie",
  "eu-south-2": "spain|espana|espagne|spanien|spagna|madrid",
  "il-central-1": "israel",
  "af-south-1": "south africa",
  "ap-south-1": "india",
  "ap-northeast-1": "japan",
  "ap-northeast-2": "korea|south korea",
  "ap-southeast-2": "australia",
  "ap-southeast-3": "indonesia",
  "ap-southeast-5": "malaysia",
  "ap-southeast-6": "new zealand",
  "ap-southeast-7": "thailand",
};

const areas: Readonly<Record<string, string>> = {
  "us-east-1": "us|usa|america|united states|us east|useast|east coast|north america",
  "us-west-2": "us west|uswest|west coast",
  "eu-west-1": "eu|europe|eu west|euwest",
  "eu-central-1": "eu central",
  "eu-north-1": "eu north",
  "eu-south-1": "eu south",
  "ap-southeast-1": "asia|apac|ap|ap southeast",
  "ap-northeast-1": "ap northeast",
  "ap-south-1": "ap south",
  "sa-east-1": "south america|latam",
};

/** Short codes of AWS bills and naming habits. */
const shortCodes = wordTable<string>({
  use1: "us-east-1",
  use2: "us-east-2",
  usw1: "us-west-1",
  usw2: "us-west-2",
  euw1: "eu-west-1",
  euw2: "eu-west-2",
  euw3: "eu-west-3",
  euc1: "eu-central-1",
  eun1: "eu-north-1",
  aps1: "ap-south-1",
  apse1: "ap-southeast-1",
  apse2: "ap-southeast-2",
  apne1: "ap-northeast-1",
  apne2: "ap-northeast-2",
  sae1: "sa-east-1",
  cac1: "ca-central-1",
  useast1: "us-east-1",
  useast2: "us-east-2",
  uswest1: "us-west-1",
  uswest2: "us-west-2",
  euwest1: "eu-west-1",
  euwest2: "eu-west-2",
  euwest3: "eu-west-3",
  eucentral1: "eu-central-1",
  eunorth1: "eu-north-1",
  apsouth1: "ap-south-1",
  apsoutheast1: "ap-southeast-1",
  apsoutheast2: "ap-southeast-2",
  apnortheast1: "ap-northeast-1",
});

/** Airports people name a region by; only where they stand alone between commas, for some are words as well. */
const airports = wordTable<string>({
  iad: "us-east-1",
  cmh: "us-east-2",
  sfo: "us-west-1",
  pdx: "us-west-2",
  yul: "ca-central-1",
  gru: "sa-east-1",
  dub: "eu-west-1",
  lhr: "eu-west-2",
  cdg: "eu-west-3",
  fra: "eu-central-1",
  zrh: "eu-central-2",
  arn: "eu-north-1",
  mxp: "eu-south-1",
  tlv: "il-central-1",
  cpt: "af-south-1",
  bom: "ap-south-1",
  hyd: "ap-south-2",
  hkg: "ap-east-1",
  nrt: "ap-northeast-1",
  icn: "ap-northeast-2",
  kix: "ap-northeast-3",
  sin: "ap-southeast-1",
  syd: "ap-southeast-2",
  mel: "ap-southeast-4",
});

/** Region of an airport code; undefined for any other word. */
export function airportRegion(word: string): string | undefined {
  return airports[word];
}

/** Lower-case name, words parted by one blank, to the place. */
export const places: ReadonlyMap<string, Place> = new Map(
  [
    { table: areas, precision: "area" as const },
    { table: countries, precision: "country" as const },
    { table: cities, precision: "city" as const },
  ].flatMap(({ table, precision }) =>
    Object.entries(table).flatMap(([code, names]) =>
      names.split("|").map((name): [string, Place] => [name, { code, precision }]),
    ),
  ),
);

/** First words of place names: any other word opens none. */
export const firstWords: ReadonlySet<string> = new Set([...places.keys()].map((name) => name.split(" ")[0] ?? ""));

/** Code behind a short form such as "euw1"; undefined for any other word. */
export function shortCode(word: string): string | undefined {
  return shortCodes[word];
}
