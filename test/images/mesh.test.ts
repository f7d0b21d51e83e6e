import { expect, test } from 'vitest';
import { meshOf, throughMesh } from '../../src/images/mesh.ts';
import { type PageFrame, plainFrame, turnFrame } from '../../src/images/page-frame.ts';

const picture = { width: 1654, height: 2339 };
const straight = plainFrame(picture.width, picture.height, 200 / 72);
/** A page that is skewed, and bent by two points along a wave of its own length. */
const bent: PageFrame = {
  ...straight,
  toPicture: (x, y) => {
    const wave = 2 * Math.sin((Math.PI * x) / straight.widthPt);
    return straight.toPicture(x + 0.02 * y, y - 0.02 * x + wave);
  },
};

test.each<[string, PageFrame]>([
  ['straight', straight],
  ['turned', turnFrame(straight, 3)],
  ['skewed and bent', bent],
])('a page that lies %s is found through its mesh to a tenth of a pixel', (_, frame) => {
  const mesh = meshOf(frame, picture);
  expect(mesh.places).toHaveLength(2 * mesh.columns * mesh.rows);
  const toPicture = throughMesh(mesh, frame, picture);
  for (const x of [0, 0.13, 0.5, 0.77, 1]) {
    for (const y of [0, 0.31, 0.6, 1]) {
      const [u, v] = frame.toPicture(x * frame.widthPt, y * frame.heightPt);
      const [found, below] = toPicture(x * frame.widthPt, y * frame.heightPt);
      expect(Math.abs(found - u)).toBeLessThan(0.1);
      expect(Math.abs(below - v)).toBeLessThan(0.1);
    }
  }
});

test('the same page in a larger picture is at the same shares of it', () => {
  const mesh = meshOf(straight, picture);
  const [x, y] = throughMesh(mesh, straight, { width: 2 * picture.width, height: 2 * picture.height })(300, 400);
  const [u, v] = straight.toPicture(300, 400);
  expect(x).toBeCloseTo(2 * u + 0.5, 0);
  expect(y).toBeCloseTo(2 * v + 0.5, 0);
});
