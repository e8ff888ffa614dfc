import { createHash } from 'node:crypto';

/** What an answer that is no page may do when a browser shows it all the same: nothing (W3C CSP Level 3). */
export const NOTHING_ALLOWED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The policy of a page of plain HTML: its own styles, by their hashes, and forms that go back to us.
 * @param html the page without anything that somebody else put into it: what stands in it is allowed
 */
export function plainPagePolicy(html: string): string {
  return policy({ 'style-src': hashesOf(html, 'style'), 'form-action': ["'self'"] });
}

/**
 * The policy of GraphiQL: the script of its page, by its hash, workers that this script makes, styles that its editor
 * adds while it runs, which no hash can know, and requests and forms to this server only.
 */
export function graphiqlPolicy(html: string): string {
  return policy({
    'script-src': hashesOf(html, 'script'),
    'worker-src': ['blob:'],
    'style-src': ["'unsafe-inline'"],
    'img-src': ['data:'],
    'font-src': ['data:'],
    'connect-src': ["'self'"],
    'form-action': ["'self'"], // to sign out
  });
}

function policy(allowed: Record<string, readonly string[]>): string {
  const directives = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], ...allowed };
  const text = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return [...text, "frame-ancestors 'none'"].join('; ');
}

function hashesOf(html: string, element: 'script' | 'style'): string[] {
  const inline = new RegExp(`<${element}>([^]*?)</${element}>`, 'g');
  // A browser reads every line break of a page as a line feed before it hashes what stands between the tags.
  return [...html.matchAll(inline)].map(([, content]) => `'sha256-${sha256Base64(content!.replace(/\r\n?/g, '\n'))}'`); // the group always matches
}

function sha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
