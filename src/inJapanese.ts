/** Whether what is said in Japanese and English is wanted in Japanese; English is the default. */
export const inJapanese = (lang: string | null | undefined): boolean => lang?.toLowerCase().startsWith('ja') === true;
