/** Waits until something holds, asking again and again; fails with what was last seen. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, ms = 30_000): Promise<T> {
  const deadline = Date.now() + ms;
  // Looking takes the processor from what is waited for: the longer it takes, the less often it is looked.
  for (let pause = 20; ; pause = Math.min(200, pause * 1.5)) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`did not come to hold; last seen: ${JSON.stringify(seen).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
