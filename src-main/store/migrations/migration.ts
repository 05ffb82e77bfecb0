/** One step of the schema. Numbers only grow; a step that was released is never changed. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
