/** Values by what they have in common: at least one each. */
export function grouped<Key, Value>(values: Iterable<Value>, by: (value: Value) => Key): ReadonlyMap<Key, readonly [Value, ...Value[]]> {
  const groups = new Map<Key, [Value, ...Value[]]>();
  for (const value of values) {
    const key = by(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
