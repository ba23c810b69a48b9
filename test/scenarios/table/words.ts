/** Descriptions the scenarios use again and again. */

/** Pays per state: the monolith wins by far, and the first wall is a Step Functions quota. */
export const RESIZES =
  "300 image resizes a second, 3 Lambda steps of about 200 ms at 1 GB, Step Functions Standard with 7 states, S3 hand-off, us-east-1";

/** One quiet function: serverless wins. */
export const THUMBNAILS = "5 thumbnails a minute, 200 ms at 512 MB, behind API Gateway HTTP, us-east-1";
