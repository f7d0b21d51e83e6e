/**
 * A JPEG 2000 file, 120 by 80 grey pixels, white with a black block of 30 by 10 in the top left corner: what
 * `encodeJpx` of the samples makes, kept since its program is not on every machine.
 */
export const cornerJpx = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAUAAAAHgAAQcHAAAAAAAPY29scgEAAAAA' +
    'ABEAAAFdanAyY/9P/1EAKQAAAAAAeAAAAFAAAAAAAAAAAAAAAHgAAABQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAUEBAAB/1wAE0BA' +
    'SEhQSEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAA3AAB/5PfeHAJty40' +
    'RapZTKCbrdoDb8fYDz7weH2AoAb02FdFNw0FOpw/F9TfBPHpqB/PvCI+wKh9gKAXXxYyBE2UfxJiPRLvADsMg6sXfwTeAM+8Mn3h' +
    'sPrCACGhGXUU7mehJrHIhw8mqYwjJDHshIUxxicg85LruL+Qf8fYGR9glB9QSDaNhdGIxcbuLX0JuwnIFs2J5LdhDmM4ApZ0DrH3' +
    'nzd7meE+SCD/f8+8Ln3h8HzBALkIfclFXL8Oa7u/uQiB3azQdhL4QZFIT+hHuRH/KP/Z',
  'base64',
);
