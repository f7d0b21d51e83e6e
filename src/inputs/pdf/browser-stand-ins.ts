/** As much of a browser's document as pdfjs-dist hands fonts to. */
interface FontDocument {
  readonly fonts: { readonly add: () => void; readonly delete: () => void };
}

/**
 * A document that takes fonts and does nothing with them. Without one, pdfjs-dist works out the outline of every glyph
 * to draw it by itself: a fifth of the time that reading a page takes, for outlines that nobody looks at.
 */
export function documentThatTakesFonts(): FontDocument {
  if (!('FontFace' in globalThis)) {
    Object.defineProperty(globalThis, 'FontFace', { value: FontStandIn, configurable: true, writable: true });
  }
  return { fonts: { add: () => {}, delete: () => {} } };
}

/** Nothing is ever asked of a font but when it will be there. */
class FontStandIn {
  readonly loaded = Promise.resolve();
}
