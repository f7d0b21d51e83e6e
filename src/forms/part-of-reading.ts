import type { Place } from '../model/place.ts';
import type { Reading } from '../model/table.ts';
import { emWidthOf } from '../text/typesetting.ts';

/**
 * The part of a reading from character `from` to the end of `text`, with the part of its place: a line's box is
 * shared out by the widths of its characters.
 */
export function partOfReading(reading: Reading, from: number, to: number): Reading {
  const kept = reading.text.slice(from, to);
  const start = from + kept.length - kept.trimStart().length;
  const text = kept.trim();
  if (text === reading.text) return reading;
  return {
    ...reading,
    text,
    raw: text,
    place: reading.place && partOfPlace(reading.place, reading, [start, start + text.length]),
  };
}

function partOfPlace(place: Place, { text, raw }: Reading, [from, to]: readonly [number, number]): Place {
  if (place.kind === 'text') {
    // The line as it stands has spaces that the text has not.
    const inRaw = raw.indexOf(text.slice(from, to), from);
    return { ...place, column: place.column + (inRaw < 0 ? from : inRaw) };
  }
  if (place.kind === 'sheet') return place;
  const { box } = place;
  if (text === '') return place;
  const emPt = (box.right - box.left) / emWidthOf(text);
  const left = box.left + emPt * emWidthOf(text.slice(0, from));
  return { ...place, box: { ...box, left, right: left + emPt * emWidthOf(text.slice(from, to)) } };
}
