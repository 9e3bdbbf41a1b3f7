/** A property as the graph keeps it, and as JSON can. */
export type Value = string | number | boolean | readonly number[] | readonly string[] | null;

export type Properties = Readonly<Record<string, Value>>;
