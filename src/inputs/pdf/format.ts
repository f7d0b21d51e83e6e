import type { InputFormat } from '../format.ts';
import { readPdf } from './read-pdf.ts';

/** The header may stand anywhere in the first kilobyte (ISO 32000-1, Annex H, note 13). */
const headerWithin = 1024;

export const pdfFormat: InputFormat = {
  mediaType: 'application/pdf',
  name: 'PDF',
  matches: (head) => new TextDecoder('latin1').decode(head.subarray(0, headerWithin)).includes('%PDF-'),
  read: readPdf,
};
