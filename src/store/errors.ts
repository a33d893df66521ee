/** The record cannot be opened or used: what is wrong, and what to try. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}
