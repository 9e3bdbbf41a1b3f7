/** What a thing expresses: each factor, a number from 0, with its weight from 1 to 255, in one number. */
export type Statements = readonly number[];

export const statement = (factor: number, weight: number): number => factor * 256 + weight;
export const factorIn = (stated: number): number => Math.floor(stated / 256);
export const weightIn = (stated: number): number => stated % 256;
