import type { ScannedPage } from '../images/scanned-page.ts';
import type { DrawnPage, ReadDocument } from '../model/page.ts';
import type { ReadLimits } from './limits.ts';

/** What reading a document depends on beside its bytes. */
export interface ReadContext {
  readonly limits: ReadLimits;
  /** Recognises the text of a scanned page; `null` where the pipeline has OCR switched off. */
  readonly recognize: ((scan: ScannedPage) => Promise<DrawnPage>) | null;
}

/**
 * One input format. A new format is a file that exports one of these and a line in the list of `formats.ts`.
 */
export interface InputFormat {
  readonly mediaType: string;
  /** What a user calls it. */
  readonly name: string;
  /** Whether a file that begins with `head` (its first 4096 bytes, or all of it) is of this format. */
  readonly matches: (head: Uint8Array) => boolean;
  /**
   * The document's pages.
   * @throws ExtractionError where nothing at all can be read.
   */
  readonly read: (bytes: Uint8Array, context: ReadContext) => Promise<ReadDocument>;
}
