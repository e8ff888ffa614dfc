/** Capitals for a-z and nothing else: `ſ` is no S, as it would be to `toUpperCase`. For names from a closed list. */
export function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
