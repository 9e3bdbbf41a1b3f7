/** How much each of FEATURES (confidence.ts) counts, and how likely none is meant: learnt by `npm run eval:names -- --fit` from names that are known to be of one thing. */
export const weights: Readonly<Record<'withYear' | 'withoutYear', { readonly features: readonly number[]; readonly none: number }>> = {
  withYear: {
    features: [
      6, 5.4, 5, 4.6, 3, 4, 3.4, 3, 2, 0, 0.85, 1.4, 2.2, 0, 3, 2.9, 0.2, -1, 0.4, -0.3, 0.4, 1.7, -1.8, -1.6, -3, 1.7, 0.7, -2.6, -1.6, -0.9, -0.5,
      1.5, -2.2, -4.6, 0.7, -0.3,
    ],
    none: 4.7,
  },
  withoutYear: {
    features: [
      7, 6, 5.6, 5, 3, 4, 3.4, 3, 2, 0, 0.85, 1.4, 2.2, 0, 3, 2.9, 0.2, -1, 0.4, -0.3, 0.4, 1.7, -1.8, -1.6, -3, 1.7, 0.7, -2.6, -1.6, -0.9, -0.5, 0,
      0, 0, 0.7, -0.3,
    ],
    none: 4.2,
  },
};
