/** The larger array with all that the smaller one holds, at its beginning. */
export function grown<Numbers extends { set: (from: Numbers) => void }>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
