export interface BatchLimits {
  readonly first: number;
  readonly most: number;
  /** A transaction is to last about so long: what anybody at the desk may have to wait for it. */
  readonly ms: number;
}

/** How much goes into one transaction: follows the speed of the machine, by at most a factor of two at a time. */
export class BatchPace {
  readonly #limits: BatchLimits;
  #size: number;

  constructor(limits: BatchLimits) {
    this.#limits = limits;
    this.#size = limits.first;
  }

  get size(): number {
    return this.#size;
  }

  /** How long a transaction of that size took, in ms. */
  took(ms: number): void {
    const fitting = (this.#size * this.#limits.ms) / Math.max(ms, 0.1);
    const near = Math.min(Math.max(fitting, this.#size / 2), this.#size * 2);
    this.#size = Math.round(Math.min(Math.max(near, 10), this.#limits.most));
  }
}
