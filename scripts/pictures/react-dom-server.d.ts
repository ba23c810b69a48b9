/** The one function used of a package that has no types installed. */
declare module "react-dom/server" {
  export function renderToStaticMarkup(node: import("react").ReactNode): string;
}
