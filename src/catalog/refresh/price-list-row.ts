/** One price band of one product of the AWS Price List. Values are as AWS prints them. */
export interface PriceBandRow {
  sku: string;
  /** Day the price began. */
  effectiveDate: string;
  unit: string;
  begin: string;
  end: string;
  price: string;
  currency: string;
  /** Where the row stands, for a person: "AWSLambda us-east-1 index.csv, line 7". */
  place: string;
}

/** A row with the attributes of its product, as read from the CSV or the JSON. */
export interface PriceListRow extends PriceBandRow {
  /** Value by its plain name (`plainName`); empty where the product has none. */
  attribute(name: string): string;
}

export type OnRow = (row: PriceListRow) => void;

/**
 * The same name for an attribute of the JSON (`preInstalledSw`) and the column of the CSV (`Pre Installed S/W`):
 * letters and digits only, lower case.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** A price list that is not what the layout says, at a place. */
export class PriceListFault extends Error {
  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.name = "PriceListFault";
  }
}
