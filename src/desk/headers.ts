import type { ServerResponse } from 'node:http';

/**
 * What every answer of the desk says to the browser: nothing from elsewhere, no frame around it, no guess at types.
 * @param preview origin of the preview, the one thing that is framed
 */
export function setHeaders(response: ServerResponse, preview: string | undefined): void {
  for (const [name, value] of Object.entries({
    'Content-Security-Policy': policyOf(preview),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }))
    response.setHeader(name, value);
}

const policyOf = (preview: string | undefined): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob: data:",
    `frame-src ${preview ?? "'none'"}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
