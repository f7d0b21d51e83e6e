import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { countPictures, decodePicture } from '../../src/images/decode.ts';

const maxPixels = 1_000_000;
/** 40 by 30 pixels, the left half dark. */
const halfDark = sharp(
  Uint8Array.from({ length: 40 * 30 * 3 }, (_, index) => (index % 120 < 60 ? 30 : 250)),
  { raw: { width: 40, height: 30, channels: 3 } },
);

const near = (value: number | undefined, level: number): boolean => Math.abs((value ?? -1) - level) <= 6;

describe.each(['png', 'jpeg', 'webp', 'tiff'] as const)('a picture as %s', (format) => {
  test('is decoded to grey, with the dots an inch that it claims', async () => {
    const bytes = await halfDark.clone().withMetadata({ density: 200 }).toFormat(format).toBuffer();
    const { picture, dpi } = await decodePicture(bytes, { maxPixels });
    expect([picture.width, picture.height]).toStrictEqual([40, 30]);
    expect(near(picture.data[15 * 40 + 5], 30)).toBe(true);
    expect(near(picture.data[15 * 40 + 35], 250)).toBe(true);
    // The library does not look for it in WebP.
    expect(dpi === null ? null : Math.round(dpi)).toBe(format === 'webp' ? null : 200);
  });

  test('is refused where it has more pixels than allowed', async () => {
    const bytes = await halfDark.clone().toFormat(format).toBuffer();
    await expect(decodePicture(bytes, { maxPixels: 1000 })).rejects.toThrow(/pixel limit/);
  });
});

test('72 and 96 dpi are what programs write that know nothing', async () => {
  for (const density of [72, 96]) {
    const bytes = await halfDark.clone().withMetadata({ density }).jpeg().toBuffer();
    expect((await decodePicture(bytes, { maxPixels })).dpi).toBeNull();
  }
});

test('a photograph is turned as its EXIF data say', async () => {
  const bytes = await halfDark.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { picture } = await decodePicture(bytes, { maxPixels });
  expect([picture.width, picture.height]).toStrictEqual([30, 40]);
  expect(near(picture.data[5 * 30 + 15], 30)).toBe(true);
});

test('what is transparent is paper', async () => {
  const clear = { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
  const { picture } = await decodePicture(await sharp({ create: clear }).png().toBuffer(), { maxPixels });
  expect(new Set(picture.data)).toStrictEqual(new Set([255]));
});

test('sixteen bits a pixel become eight', async () => {
  const wide = sharp(
    Uint16Array.from({ length: 64 }, () => 0x8000),
    { raw: { width: 8, height: 8, channels: 1 } },
  );
  const bytes = await wide.toColourspace('grey16').png().toBuffer();
  const { picture } = await decodePicture(bytes, { maxPixels });
  expect(picture.data[0]).toBeGreaterThan(100);
  expect(picture.data[0]).toBeLessThan(200);
});

test('the pages of a TIFF are counted and decoded one by one', async () => {
  const page = (level: number) =>
    sharp({ create: { width: 20, height: 10, channels: 3, background: { r: level, g: level, b: level } } }).png();
  const pages = await Promise.all([page(40).toBuffer(), page(200).toBuffer()]);
  const bytes = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  expect(await countPictures(bytes, maxPixels)).toBe(2);
  const levels = [];
  for (const at of [0, 1]) levels.push((await decodePicture(bytes, { page: at, maxPixels })).picture.data[0]);
  expect(levels).toStrictEqual([40, 200]);
});

test('what is no picture is refused', async () => {
  await expect(countPictures(Buffer.from('绩效自评表'), maxPixels)).rejects.toThrow(/unsupported image format/);
});
