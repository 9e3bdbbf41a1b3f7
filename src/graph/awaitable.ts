/** What is there already, or has to be waited for. */
export type Awaitable<Value> = Value | Promise<Value>;

/** What is there already is gone on with at once: only what has to be read is waited for. */
export function then<Value, Result>(value: Awaitable<Value>, go: (value: Value) => Awaitable<Result>): Awaitable<Result> {
  return value instanceof Promise ? value.then(go) : go(value);
}

export function all<Value>(values: readonly Awaitable<Value>[]): Awaitable<readonly Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly Value[]);
}
