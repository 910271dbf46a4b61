/** One step of the schema. Once shipped it never changes: a test keeps its text. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}
