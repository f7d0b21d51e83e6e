import type { InputFormat } from '../format.ts';
import { looksLikeText } from './decode.ts';
import { readDump } from './read-dump.ts';

export const dumpFormat: InputFormat = {
  mediaType: 'text/plain',
  name: 'text dump',
  matches: looksLikeText,
  read: (bytes) => Promise.resolve(readDump(bytes)),
};
