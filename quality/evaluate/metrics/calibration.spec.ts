import { expect, it } from 'vitest';
import { expectedCalibrationError } from './calibration.js';
import { onesFor } from './metric.js';

it('the mean over the examples of how far each tenth is off', () => {
  // Tenth 9: mean 0.925, one of two right. Tenth 2: mean 0.2, one of two right. Weights 2/4 each.
  const error = expectedCalibrationError([0.95, 0.9, 0.21, 0.29 - 0.1], [true, false, true, false]);
  // 0.19 lies in tenth 1: alone, wrong, off by 0.19. 0.21 in tenth 2: alone, right, off by 0.79.
  expect(error(onesFor(4))).toBeCloseTo((2 * Math.abs(0.925 - 0.5) + 0.79 + 0.19) / 4, 12);
});

it('certainty that comes true is no error, at both ends', () => {
  expect(expectedCalibrationError([1, 0], [true, false])(onesFor(2))).toBe(0);
  expect(expectedCalibrationError([1, 0], [false, true])(onesFor(2))).toBe(1);
});

it('counts an example as often as the weights say, and nothing of nothing', () => {
  const error = expectedCalibrationError([0.5, 0.5], [true, false]);
  expect(error(onesFor(2))).toBe(0);
  expect(error(Float64Array.of(3, 1))).toBeCloseTo(0.25, 12);
  expect(error(Float64Array.of(0, 0))).toBeNull();
});
