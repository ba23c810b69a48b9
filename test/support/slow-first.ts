import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose files run for long, mostly waiting for other processes: begun last, they would keep one core idle. */
const slow = ["test/scenarios/", "test/storage/", "test/cli/", "test/digest/", "test/main/", "test/support/"];

/** Vitest's order by file size, but the files that take longest come first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = slow.findIndex((folder) => moduleId.includes(`/${folder}`));
      return at === -1 ? slow.length : at;
    };
    return (await super.sort(files)).toSorted((left, right) => rank(left) - rank(right));
  }
}
