/** Lists of numbers, as `JSON.stringify` spreads them over lines. */
const spreadNumbers = /\[\n\s+(-?[\d.e+-]+(?:,\n\s+-?[\d.e+-]+)*)\n\s+\]/g;

/** One JSON document, indented, with each list of numbers (a box, the edges of characters) on one line. */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replaceAll(spreadNumbers, (_, numbers: string) => `[${numbers.replaceAll(/\n\s+/g, ' ')}]`)}\n`;
}
