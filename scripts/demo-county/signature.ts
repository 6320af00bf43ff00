import { seededRandom } from './seeded-random.ts'

type Stroke = [number, number][]

/** A name as a finger writes it on glass: a few quick strokes for each character, from 0 to 1000 both ways. */
export const signatureOf = (name: string): Stroke[] => {
  const random = seededRandom(`${name} signs`)
  const characters = Array.from(name)
  const width = 800 / characters.length
  return characters.flatMap((_, place) => {
    const left = 100 + place * width
    return Array.from({ length: random.wholeBetween(2, 4) }, () => {
      const [fromX, fromY] = [left + random.next() * width * 0.4, 300 + random.next() * 300]
      const [toX, toY] = [left + width * (0.45 + random.next() * 0.45), 300 + random.next() * 400]
      const bend = random.gaussian(0, 60)
      return Array.from({ length: 9 }, (_point, step): [number, number] => {
        const along = step / 8
        const sway = Math.sin(along * Math.PI) * bend
        return [
          Math.round(fromX + (toX - fromX) * along + sway * 0.4),
          Math.round(fromY + (toY - fromY) * along + sway),
        ]
      })
    })
  })
}
