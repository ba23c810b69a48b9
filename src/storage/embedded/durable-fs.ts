import { closeSync, fsyncSync, openSync } from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Init = NodeFS["init"];
type Options = Awaited<ReturnType<Init>>["emscriptenOpts"];
type Module = Parameters<NonNullable<Options["preRun"]>[number]>[0];

/**
 * PGlite's file system on a directory, with the fsync it lacks: PGlite 0.5 answers PostgreSQL's fsync without doing
 * one, so a commit could be lost with the machine. Rests on internals of PGlite, hence the test that counts the calls.
 */
export class DurableFs extends NodeFS {
  readonly #fsync: (fd: number) => void;

  constructor(dataDir: string, fsync: (fd: number) => void = fsyncSync) {
    super(dataDir);
    this.#fsync = fsync;
  }

  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const prepared = await super.init(...args);
    const hook = (module: Module): void => addFsync(module, this.#fsync);
    return {
      ...prepared,
      emscriptenOpts: { ...prepared.emscriptenOpts, preRun: [...(prepared.emscriptenOpts.preRun ?? []), hook] },
    };
  }
}

/** A file that is open has a descriptor of the system; a directory has only its path. */
interface OpenStream {
  nfd?: number;
  node: unknown;
}

function addFsync(module: Module, fsync: (fd: number) => void): void {
  const fileSystem: unknown = module.NODEFS;
  if (!isNodeFileSystem(fileSystem)) throw new Error("this PGlite has no NODEFS to repair: pin the version tried");
  const { realPath } = fileSystem;
  fileSystem.stream_ops["fsync"] = (stream: OpenStream): number => {
    if (stream.nfd !== undefined) {
      fsync(stream.nfd);
      return 0;
    }
    const directory = openSync(realPath.call(fileSystem, stream.node), "r");
    try {
      fsync(directory);
    } finally {
      closeSync(directory);
    }
    return 0;
  };
}

interface NodeFileSystem {
  stream_ops: Record<string, unknown>;
  realPath(node: unknown): string;
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  return (
    typeof value === "object" &&
    value !== null &&
    "stream_ops" in value &&
    typeof value.stream_ops === "object" &&
    "realPath" in value &&
    typeof value.realPath === "function"
  );
}
