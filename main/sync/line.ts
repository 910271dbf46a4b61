/** How headquarters is reached: `fetch`, one that trusts an authority of one's own, or a test's way. */
export type Fetch = (url: string, request: LineRequest) => Promise<LineAnswer>;

export interface LineRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly redirect?: 'error';
}

export interface LineAnswer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
