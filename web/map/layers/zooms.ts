/** From where on a thing is drawn: earlier it would only be noise on the sheet. */
export const villagesFromZoom = 11
export const schoolsFromZoom = 11.5
export const junctionsFromZoom = 11.5
export const segmentsFromZoom = 10.5
export const townshipRoadsFromZoom = 9
export const villageRoadsFromZoom = 10.3
/** Roads without a route code: as the server's tiles have them. */
export const lanesFromZoom = 13

/** Up to here hazards that lie close together are one plate with a number; nearer, each stands for itself. */
export const plainMarksFromZoom = 14
export const nearestZoom = 18
export const farthestZoom = 6.5
