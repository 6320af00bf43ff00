/** One of the layers of the map, and so kept on the device like them. */
export const groundKey = ['map-layer', 'ground'] as const
