/** Once what was just drawn can be seen; answers what takes it back. A hidden page is not painted, and waits for nothing. */
export const afterPaint = (act: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  if (document.visibilityState === 'hidden') timer = setTimeout(act)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(act)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
