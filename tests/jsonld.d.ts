/** The package has no types of its own: what tests use of it. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => unknown;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<object>;
    compact(document: object, context: object, options: Options): Promise<object>;
  };
  export default jsonld;
}
