/** Work a case has under way beside its commands, by subject, so that it can be called off. */
import { CancellationScope, isCancellation } from '@temporalio/workflow';

/** Starts work nobody waits for; only being called off may end it early. */
export function spawn(work: Promise<void>): void {
  work.catch((error) => {
    if (!isCancellation(error)) throw error;
  });
}

export class Background {
  readonly #scopes = new Map<string, CancellationScope>();

  get subjects(): readonly string[] {
    return [...this.#scopes.keys()];
  }

  has(subject: string): boolean {
    return this.#scopes.has(subject);
  }

  run(subject: string, work: () => Promise<void>): void {
    const scope = new CancellationScope({ cancellable: true });
    this.#scopes.set(subject, scope);
    spawn(scope.run(work).finally(() => this.#scopes.delete(subject)));
  }

  callOff(subject: string): void {
    this.#scopes.get(subject)?.cancel();
  }

  callOffAll(): void {
    for (const scope of this.#scopes.values()) scope.cancel();
  }
}
