/** The width below which a page is drawn for one hand; the same line as in tokens.css. */
export const narrow = '(max-width: 47.99em)'

export const isPhone = (): boolean => matchMedia(narrow).matches

/** Held up to what is photographed, and pressed with a finger. */
export const isHandheld = (): boolean => matchMedia('(pointer: coarse)').matches || isPhone()
