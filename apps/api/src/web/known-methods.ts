import type { Express } from 'express';

interface Route {
  methods: Record<string, boolean>;
}
/** The part of Express's router that knows which addresses there are. */
interface Layer {
  route?: Route;
  match(path: string): boolean;
}

/** The methods that an address answers to; none when there is no such address. */
export function methodsOf(app: Express, path: string): string[] {
  const layers = app.router.stack as unknown as Layer[]; // its types leave `match` out
  const methods = layers.flatMap((layer) =>
    layer.route !== undefined && matches(layer, path) ? Object.keys(layer.route.methods) : [],
  );
  return [...new Set(methods.filter((method) => !method.startsWith('_')).map((method) => method.toUpperCase()))].sort();
}

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false; // a path that cannot be decoded is nowhere
  }
}
