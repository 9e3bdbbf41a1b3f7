/** A date as far as it is told: `2022-10-00` is 2022-10, `0000-00-00` none. */
export function dateOf(text: string | null | undefined): string | undefined {
  const [, year, month, day] = /^\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text ?? '') ?? [];
  if (year === undefined || year === '0000') return undefined;
  if (month === undefined || month === '00') return year;
  return day === undefined || day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}
