const pause = 3_000;

/** Waits for work that may take long, and tells every few seconds how it stands. */
export async function whileReporting<T>(work: Promise<T>, report: (line: string) => void, sentence: (seconds: number) => string): Promise<T> {
  const start = Date.now();
  const timer = setInterval(() => report(sentence(Math.round((Date.now() - start) / 1000))), pause);
  return work.finally(() => clearInterval(timer));
}
