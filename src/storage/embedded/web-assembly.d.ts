/** The part of WebAssembly used here: TypeScript's own declarations come with a browser's globals. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
