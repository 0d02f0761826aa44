/** What a kiosk must know before it asks for any file. */
export interface KioskManifest {
  /**
   * The newest first; paths below the site's root. A name carries its digest: what has been fetched stays right, and a
   * closed year never changes.
   */
  years: readonly { year: string; catalogue: string; spelling: string }[];
}
