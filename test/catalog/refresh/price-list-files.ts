/** One product of a price list: its attributes, and its price bands. */
export interface Product {
  sku: string;
  productFamily: string;
  /** By their names in the JSON. */
  attributes: Readonly<Record<string, string>>;
  unit: string;
  bands: readonly Band[];
  effectiveDate?: string;
  currency?: string;
  /** `Reserved` rows stand in the CSV only. */
  termType?: "OnDemand" | "Reserved";
}

export interface Band {
  begin: string;
  end: string;
  price: string;
}

/** A flat price: one band from 0 on. */
export function flat(price: string): Band[] {
  return [{ begin: "0", end: "Inf", price }];
}

const EFFECTIVE = "2026-11-01";

interface Edition {
  version: string;
  publicationDate: string;
}

export function jsonOf(offerCode: string, edition: Edition, products: readonly Product[]): string {
  const onDemand = products.filter(({ termType }) => termType !== "Reserved");
  return JSON.stringify({
    formatVersion: "v1.0",
    offerCode,
    version: edition.version,
    publicationDate: `${edition.publicationDate}T00:00:00Z`,
    products: Object.fromEntries(
      onDemand.map(({ sku, productFamily, attributes }) => [sku, { sku, productFamily, attributes }]),
    ),
    terms: { OnDemand: Object.fromEntries(onDemand.map((product) => [product.sku, termsOf(product)])) },
  });
}

function termsOf({ sku, unit, bands, effectiveDate = EFFECTIVE, currency = "USD" }: Product): object {
  const dimensions = bands.map(({ begin, end, price }, index) => {
    const rateCode = `${sku}.JRTCKXETXF.${index}`;
    const range = { beginRange: begin, endRange: end };
    return [rateCode, { rateCode, unit, ...range, description: `$${price} each`, pricePerUnit: { [currency]: price } }];
  });
  return {
    [`${sku}.JRTCKXETXF`]: {
      offerTermCode: "JRTCKXETXF",
      sku,
      effectiveDate: `${effectiveDate}T00:00:00Z`,
      priceDimensions: Object.fromEntries(dimensions),
    },
  };
}

/** Column titles of the CSV, where they are not the attribute's own name. */
const titles: Readonly<Record<string, string>> = {
  usagetype: "usageType",
  regionCode: "Region Code",
  instanceType: "Instance Type",
  operatingSystem: "Operating System",
  preInstalledSw: "Pre Installed S/W",
  licenseModel: "License Model",
  capacitystatus: "CapacityStatus",
  tenancy: "Tenancy",
  volumeType: "Volume Type",
  volumeApiName: "Volume API Name",
  queueType: "Queue Type",
  eventType: "Event Type",
  transferType: "Transfer Type",
  fromLocation: "From Location",
  toLocation: "To Location",
  location: "Location",
  locationType: "Location Type",
  group: "Group",
  groupDescription: "Group Description",
};

export function csvOf(offerCode: string, edition: Edition, products: readonly Product[]): string {
  return `${csvHead(offerCode, edition, products)}${products.map((product) => csvRows(product, products)).join("")}`;
}

/** The five lines of metadata and the header. */
export function csvHead(offerCode: string, edition: Edition, products: readonly Product[]): string {
  const metadata = [
    ["FormatVersion", "v1.0"],
    ["Disclaimer", 'This pricing list is for informational purposes, "as is", and no more.'],
    ["Publication Date", `${edition.publicationDate}T00:00:00Z`],
    ["Version", edition.version],
    ["OfferCode", offerCode],
  ];
  const header = [...FIRST_COLUMNS, ...attributeNames(products).map((name) => titles[name] ?? name)];
  return `${[...metadata, header].map(csvLine).join("\n")}\n`;
}

const FIRST_COLUMNS = [
  "SKU",
  "OfferTermCode",
  "RateCode",
  "TermType",
  "PriceDescription",
  "EffectiveDate",
  "StartingRange",
  "EndingRange",
  "Unit",
  "PricePerUnit",
  "Currency",
  "Product Family",
];

/** One line a band, with the columns of all the file's products. */
export function csvRows(product: Product, all: readonly Product[]): string {
  const { sku, unit, bands, effectiveDate = EFFECTIVE, currency = "USD", termType = "OnDemand" } = product;
  return bands
    .map(({ begin, end, price }, index) => {
      const code = "JRTCKXETXF";
      const text = `$${price} per ${unit}, "list" price`;
      const first = [
        sku,
        code,
        `${sku}.${code}.${index}`,
        termType,
        text,
        effectiveDate,
        begin,
        end,
        unit,
        price,
        currency,
      ];
      const rest = attributeNames(all).map((name) => product.attributes[name] ?? "");
      return `${csvLine([...first, product.productFamily, ...rest])}\n`;
    })
    .join("");
}

function attributeNames(products: readonly Product[]): string[] {
  return [...new Set(["usagetype", "regionCode", ...products.flatMap(({ attributes }) => Object.keys(attributes))])];
}

function csvLine(fields: readonly string[]): string {
  return fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(",");
}
