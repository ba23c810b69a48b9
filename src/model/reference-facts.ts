import type { ReferenceFact } from "./assessment.ts";

const POST =
  "Marcin Kolny, Prime Video Tech, March 2023 (the page is gone; read in copies on contra.com, prog.world, hacktech.info)";
const LATER = "retellings of the same post (eachpod.com, itservice.guru, reads.mhlakhani.com)";

/** What was published, in our words. Numbers of streams, frames, detectors, transitions and dollars were not. */
export const publishedFacts: readonly ReferenceFact[] = [
  { text: "The tool watched every stream that customers viewed for defects and started repairs.", source: POST },
  {
    text: "A converter turned streams into frames and audio, several detectors each ran as a Lambda function, and Step Functions drove them.",
    source: POST,
  },
  { text: "It met a hard scaling limit at about 5 % of the expected load.", source: POST },
  { text: "The two dearest parts were the orchestration and the passing of data between components.", source: POST },
  { text: "Every second of stream took several state transitions, which AWS bills and limits.", source: POST },
  { text: "Frames were written to S3 once and read by each detector, at request prices.", source: POST },
  { text: "Afterwards all components ran in one process in one ECS task on EC2, frames in memory.", source: POST },
  { text: "The infrastructure cost fell by more than 90 %.", source: POST },
  {
    text: "The service was later cloned, each clone with some of the detectors, and each repeats the conversion.",
    source: LATER,
  },
];

/** Inputs of the reconstruction that nobody published: ours. */
export const reconstructedInputs: readonly string[] = [
  "5,000 concurrent streams, around the clock",
  "6 state transitions a stream-second, executions of 10 s",
  "6 objects of 100 KB written and 16 reads a stream-second, kept 1 h",
  "0.6 s of Lambda at 1,769 MB a stream-second, in 4 calls",
  "2 clones, 70 % average CPU, m5.4xlarge on demand",
];
