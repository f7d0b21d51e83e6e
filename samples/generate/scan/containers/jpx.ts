import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, withTemporaryDirectory } from '../../produce/run.ts';
import type { Raster } from '../raster.ts';

/** A JPEG 2000 file made by `opj_compress` (Debian: libopenjp2-tools), at one `ratio`th of the raw size. */
export async function encodeJpx({ width, height, channels, data }: Raster, ratio: number): Promise<Uint8Array> {
  return withTemporaryDirectory(async (directory) => {
    const source = join(directory, channels === 1 ? 'in.pgm' : 'in.ppm');
    const target = join(directory, 'out.jp2');
    await writeFile(
      source,
      Buffer.concat([Buffer.from(`${channels === 1 ? 'P5' : 'P6'}\n${width} ${height}\n255\n`), Buffer.from(data)]),
    );
    await run('opj_compress', ['-i', source, '-o', target, '-r', String(ratio)]);
    return readFile(target);
  });
}
