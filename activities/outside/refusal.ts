/** An outside system will not take something however often it is asked: shown on the case, put right by a person. */
export class OutsideRefusal extends Error {
  readonly system: string;
  readonly reason: string;
  constructor(system: string, reason: string) {
    super(`${system}：${reason}`);
    this.system = system;
    this.reason = reason;
  }
}
