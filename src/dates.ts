/** A shortened ISO date taken apart: `2022-10-12`, `2022-10`, `2022`, `--03-10`. */
export interface PartialDate {
  readonly iso: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const pattern = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** Null for null: a date that is not known. */
export function partialDate(iso: string | null): PartialDate | null {
  const parts = iso ? pattern.exec(iso) : null;
  return parts && { iso: parts[0], year: number(parts[1]), month: number(parts[2]), day: number(parts[3]) };
}

/** Null where either is not known to the day. */
export function daysBetween(one: PartialDate | null, other: PartialDate | null): number | null {
  if (!isWhole(one) || !isWhole(other)) return null;
  return Math.abs(Date.parse(one.iso) - Date.parse(other.iso)) / 86_400_000;
}

const isWhole = (date: PartialDate | null): date is PartialDate => date !== null && date.year !== null && date.day !== null;

function number(part: string | undefined): number | null {
  return part === undefined || part === '-' ? null : Number(part);
}
