/** Areas are division codes (6, 9 or 12 digits); a unit of the county itself has none, and the county is its place. */
type AreaCodes = readonly string[]

/** Whether a unit's area holds a place. */
export const unitHolds = (areaCodes: AreaCodes, placeCode: string): boolean =>
  areaCodes.length === 0 || areaCodes.some((code) => placeCode.startsWith(code))

const townshipOf = (code: string): string => code.slice(0, 9)

/** Whether all of a unit's area lies in other townships than a place; a place above the townships has all of them in it. */
export const unitIsElsewhere = (areaCodes: AreaCodes, placeCode: string): boolean => {
  const here = townshipOf(placeCode)
  return (
    areaCodes.length > 0 &&
    areaCodes.map(townshipOf).every((there) => !here.startsWith(there) && !there.startsWith(here))
  )
}
