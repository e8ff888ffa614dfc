import { expect, it } from 'vitest';
import { describeUserAgent } from './user-agent.js';

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36', 'Chrome on Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1 Version/26.0 Mobile/15E148 Safari/604.1', 'Safari on iOS'],
  ['curl/8.9.1', 'curl'],
  ['', 'unknown'],
  ['<script>', 'unknown'],
  ['x'.repeat(10_000), 'x'.repeat(40)],
])('%j is described as %j', (userAgent, description) => {
  expect(describeUserAgent(userAgent)).toBe(description);
}); // prettier-ignore
