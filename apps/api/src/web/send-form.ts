import type { Response } from 'express';

/** Sends a page with a form. Its own POST must say where it comes from, which a page without any referrer would hide. */
export function sendForm(response: Response, page: string): void {
  response.set('Referrer-Policy', 'same-origin').type('html').send(page);
}
