/** What the tests use of the server, which brings no types. */
declare module '@20minutes/s3rver' {
  interface Context {
    readonly method: string;
    /** `/bucket/key` */
    readonly path: string;
  }

  type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;

  interface Store {
    putContent(path: string, content: unknown): Promise<unknown>;
  }

  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: readonly { name: string }[];
    });
    readonly middleware: Middleware[];
    readonly store: Store;
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
