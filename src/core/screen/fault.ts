/** A fault of a screen's settings, or of an announcement that it cannot show. */
export interface ScreenFault {
  /** The id of the announcement; without it the settings are at fault. */
  announcement?: string;
  /** Of what is only told; settings that cannot be are S103. */
  code?: string;
  /** Path of the guilty one in English keys, `parts.0.limit`. */
  at: string;
  /** Of what is too long, how many characters there is room for. */
  fitting?: number;
  message: string;
  help: string;
}
