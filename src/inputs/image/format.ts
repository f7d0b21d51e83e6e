import type { InputFormat } from '../format.ts';
import { readImage } from './read-image.ts';

const startsWith =
  (...signature: readonly number[]) =>
  (head: Uint8Array): boolean =>
    signature.every((byte, index) => head[index] === byte);
const isTiffLittle = startsWith(0x49, 0x49, 0x2a, 0);
const isTiffBig = startsWith(0x4d, 0x4d, 0, 0x2a);
const isRiff = startsWith(0x52, 0x49, 0x46, 0x46);

/** Pictures of pages; a TIFF may hold many. */
export const imageFormats: readonly InputFormat[] = [
  { mediaType: 'image/jpeg', name: 'JPEG', matches: startsWith(0xff, 0xd8, 0xff), read: readImage },
  { mediaType: 'image/png', name: 'PNG', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), read: readImage },
  { mediaType: 'image/tiff', name: 'TIFF', matches: (head) => isTiffLittle(head) || isTiffBig(head), read: readImage },
  {
    mediaType: 'image/webp',
    name: 'WebP',
    matches: (head) => isRiff(head) && startsWith(0x57, 0x45, 0x42, 0x50)(head.subarray(8)),
    read: readImage,
  },
];
