import type { Plugin } from 'rolldown';

/** One place of the worker of pdfjs-dist, and what stands there in the built program. */
interface Edit {
  readonly from: string;
  readonly to: string;
}

/**
 * What reading text does not need, and what cannot be turned off otherwise. Nothing here changes what is read, which a
 * test compares with what the library gives as it is.
 */
const edits: readonly Edit[] = [
  {
    // The drawing procedures of Type 3 glyphs, which Chromium writes by the hundred a page: a third of the time.
    from: 'await translated.loadType3Data(this, resources, task, seenRefs);',
    to: '',
  },
  {
    // A dictionary of 120 kB, unpacked each time the library is loaded: now when a stream needs it, as hardly any does.
    from: 'let BrotliDecode = makeBrotliDecode();',
    to: 'let BrotliDecode = (...args) => (BrotliDecode = makeBrotliDecode())(...args);',
  },
];

/** Leaves out of the bundled pdfjs-dist what reading text does not need; the package itself stays as it is. */
export function pdfjsForText(): Plugin {
  let isSeen = false;
  return {
    name: 'pdfjs-for-text',
    transform: {
      filter: { id: /pdfjs-dist\/build\/pdf\.worker\.mjs$/ },
      handler(code) {
        isSeen = true;
        return forText(code);
      },
    },
    buildEnd() {
      if (!isSeen) throw new Error('The worker of pdfjs-dist was not bundled');
    },
  };
}

/**
 * The code of the worker of pdfjs-dist with the edits.
 *
 * @throws Error where the library has changed: look at its new code, and whether the edit is still right
 */
export function forText(code: string): string {
  return edits.reduce((edited, { from, to }) => {
    const parts = edited.split(from);
    if (parts.length !== 2) throw new Error(`The worker of pdfjs-dist has ${parts.length - 1} places with: ${from}`);
    return parts.join(to);
  }, code);
}
