/** Whether this browser can draw the map at all; asked once, on a canvas that is thrown away. */
export const canDrawMaps = (): boolean => {
  try {
    const canvas = document.createElement('canvas')
    const drawing = canvas.getContext('webgl2')
    drawing?.getExtension('WEBGL_lose_context')?.loseContext()
    return drawing !== null
  } catch {
    return false
  }
}
