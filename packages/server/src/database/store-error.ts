/** A store that cannot be opened, or not be written to as it is. `code` is stable. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'no-store' | 'in-use' | 'ledger-lost' | 'key-taken' | 'contended';

  constructor(code: StoreError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
