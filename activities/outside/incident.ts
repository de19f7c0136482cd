/** An outside system is away or refuses: shown on the case, retried for as long as it takes. Holds no personal data. */
export class OutsideIncident extends Error {
  readonly system: string;
  constructor(system: string, message: string) {
    super(message);
    this.system = system;
  }
}
