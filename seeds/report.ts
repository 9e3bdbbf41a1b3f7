/** Receives sentences on what takes long. */
export type Report = (line: string) => void;
