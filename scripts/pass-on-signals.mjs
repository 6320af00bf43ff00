// @ts-check

const samePressMs = 1000

/**
 * Hands each signal on once. npm and the terminal may both deliver the same Ctrl-C, so what follows within a second is
 * the same press; a later one is meant as another. Returns what ends it.
 * @param {(signal: 'SIGINT' | 'SIGTERM') => void} passOn @returns {() => void}
 */
export function passOnSignals(passOn) {
  const undo = /** @type {const} */ (['SIGINT', 'SIGTERM']).map((signal) => {
    let lastAt = 0
    const listener = () => {
      if (Date.now() - lastAt < samePressMs) return
      lastAt = Date.now()
      passOn(signal)
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return () => {
    for (const one of undo) one()
  }
}
