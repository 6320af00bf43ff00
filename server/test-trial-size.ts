/** `npm run trials` makes every trial at its full size; `npm test` makes the same ones smaller, so that it stays quick. */
export const isFullTrial = process.env['LUQING_TRIALS'] === 'full'

export const trialSize = (full: number, small: number): number => (isFullTrial ? full : small)
