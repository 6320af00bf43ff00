/** Of the scene, in one report. */
export const mostPhotos = 30
/** Of a cure on the spot. */
export const mostAfter = 20
