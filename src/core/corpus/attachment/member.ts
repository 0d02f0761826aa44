/** A file in an archive. */
export interface Member {
  /** Its path in the archive, as its reader's program will show it. */
  name: string;
  /** Unpacked, in bytes, as the archive states it. */
  size: number;
  isEncrypted: boolean;
  isLink: boolean;
  /** False where it is packed in a way that this program does not know. */
  isReadable?: boolean;
  /** Unpacks it. Throws when it is damaged, encrypted or longer than stated. */
  read(): Promise<Uint8Array>;
}
