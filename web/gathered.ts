/** What is called often in a row is done at once the first time, and once more for all that came within `ms` behind it. */
export const gathered = (act: () => void, ms: number): (() => void) => {
  let resting = false
  let owed = false
  const rest = (): void => {
    resting = true
    setTimeout(() => {
      resting = false
      if (!owed) return
      owed = false
      act()
      rest()
    }, ms)
  }
  return () => {
    if (resting) {
      owed = true
      return
    }
    act()
    rest()
  }
}
