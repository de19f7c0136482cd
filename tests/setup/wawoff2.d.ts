declare module 'wawoff2' {
  /** The font as it was before it was packed for the web. */
  export function decompress(packed: Uint8Array): Promise<Uint8Array>;
}
