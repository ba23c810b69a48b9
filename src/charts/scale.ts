/** Values of one axis and the pixels they are drawn at, on a logarithmic scale. */
export interface LogScale {
  toPixel(value: number): number;
  toValue(pixel: number): number;
}

/**
 * Maps `low`..`high` (both above 0) to `lowPixel`..`highPixel`; values beyond run on along the same scale.
 * A value of 0 has no logarithm: it is put as far below `low` as ten times the length of the axis, so that a line
 * which falls to nothing leaves the frame.
 */
export function logScale(low: number, high: number, lowPixel: number, highPixel: number): LogScale {
  const logLow = Math.log10(low);
  const pixelsPerDecade = (highPixel - lowPixel) / (Math.log10(high) - logLow);
  return {
    toPixel: (value) =>
      value > 0 ? lowPixel + (Math.log10(value) - logLow) * pixelsPerDecade : lowPixel - 10 * (highPixel - lowPixel),
    toValue: (pixel) => 10 ** (logLow + (pixel - lowPixel) / pixelsPerDecade),
  };
}
