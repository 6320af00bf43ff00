/** Under which what waits for the reader is asked for, and kept on the device. */
export const mineKey = ['mine'] as const
