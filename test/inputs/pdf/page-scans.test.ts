import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { imagePdf } from '../../../samples/generate/scan/containers/image-pdf.ts';
import { storeImage } from '../../../samples/generate/scan/containers/stored-image.ts';
