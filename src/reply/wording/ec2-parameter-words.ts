import { type PathWords, words } from "./path-words.ts";
import { saving } from "./saving-words.ts";

const premium = (what: string): PathWords =>
  words(
    `What running ${what} must save to be worth it`,
    "usd",
    `running ${what} is worth it from *{v}* a month saved`,
    `how much ${what} must save to be worth running`,
    "$100, or $0–400",
    {
      below: `running ${what} costs under {v} a month in people's time`,
      above: `running ${what} costs over {v} a month in people's time`,
    },
  );

/** Assumptions about EC2, about what commitments and spot save, and about what running more must save. */
export const ec2ParameterWords: Readonly<Record<string, PathWords>> = {
  "ec2.minInstances": words(
    "Instances that always run",
    "number",
    "at least *{v}* instances run",
    "how many instances always run",
    "2",
  ),
  "ec2.peakInstances": words(
    "Instances at peak, at most",
    "number",
    "at most *{v}* instances at peak",
    "how many instances may run",
    "40",
  ),
  "ec2.packing": words(
    "Share of an instance that tasks can use",
    "share",
    "tasks can use *{v}* of an instance",
    "how much of an instance tasks can use",
    "88%, or 80–95%",
    { below: "tasks use under {v} of an instance", above: "tasks use over {v} of an instance" },
  ),
  "ec2.systemReserve": words(
    "Memory the system takes on an instance",
    "gb-memory",
    "the system takes *{v}* of an instance's memory",
    "how much memory the system takes",
    "0.25 GB",
  ),
  "ec2.ebsGb": words(
    "Disk of an instance",
    "gb",
    "instances have *{v}* of disk",
    "how much disk an instance has",
    "30 GB, or 8–100 GB",
  ),
  "ec2.burstBaseline": words(
    "Sustained CPU of a burstable instance",
    "share",
    "burstable instances sustain *{v}* of a vCPU",
    "how much CPU a burstable instance sustains",
    "30%",
  ),
  "sp.fargate.1y": saving("a 1-year plan on Fargate"),
  "sp.fargate.3y": saving("a 3-year plan on Fargate"),
  "sp.ec2.1y": saving("a 1-year plan on EC2"),
  "sp.ec2.3y": saving("a 3-year plan on EC2"),
  "spot.ec2": saving("EC2 spot"),
  "spot.fargate": saving("Fargate spot"),
  "spot.rework": words(
    "Work repeated after spot interruptions",
    "share",
    "*{v}* of the work repeated after spot interruptions",
    "how much work spot interruptions repeat",
    "3%, or 1–10%",
  ),
  "verdict.estimateError": words(
    "How far off the estimates may be",
    "times",
    "estimates off by a factor of *{v}*",
    "how far off the estimates may be",
    "1, or 0.85–1.15",
  ),
  "verdict.premium.fargate": premium("containers"),
  "verdict.premium.hybrid": premium("a hybrid"),
  "verdict.premium.ec2": premium("EC2 instances"),
};
