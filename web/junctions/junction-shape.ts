/** A crossroads in a box of 20, the same in lists and on the map. */
export const crossPath = 'M8 3h4v5h5v4h-5v5H8v-5H3V8h5Z'
export const halfCrossPath = 'M8 3h2v14H8v-5H3V8h5Z'
