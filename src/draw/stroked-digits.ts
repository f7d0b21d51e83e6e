/** Digits and the comma as strokes in a box 4 wide and 6 high: a machine without fonts draws them all the same. */
const strokes: Readonly<Record<string, string>> = {
  '0': 'M0 0H4V6H0Z',
  '1': 'M1 1L2 0V6',
  '2': 'M0 0H4V3H0V6H4',
  '3': 'M0 0H4V6H0M1 3H4',
  '4': 'M0 0V3H4M4 0V6',
  '5': 'M4 0H0V3H4V6H0',
  '6': 'M4 0H0V6H4V3H0',
  '7': 'M0 0H4L1 6',
  '8': 'M0 0H4V6H0ZM0 3H4',
  '9': 'M4 3H0V0H4V6H0',
  ',': 'M2 5L1 7',
};
const advance = 6;

/** Where a label begins (its top left corner) and how high its digits are, in pixels. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The SVG of a label of digits and commas, drawn in the colour and width of stroke of the element around it. */
export function strokedDigits(label: string, { x, y, height }: LabelPlace): string {
  const scale = height / 6;
  const paths = [...label].map((character, index) => {
    const path = strokes[character] ?? '';
    return `<path transform="translate(${index * advance} 0)" d="${path}"/>`;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale})">${paths.join('')}</g>`;
}
