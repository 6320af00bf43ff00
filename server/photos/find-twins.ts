import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { preparedFor } from '../../db/prepared.ts'
import type { Db } from '../../db/unit-of-work.ts'
import { bandsOf, besideBand, type Likeness, type Looks, likenessOf, tellsNothing } from '../domain/perceptual-hash.ts'

export interface Twin extends Likeness {
  readonly sha256: string
}

const bands = 8
const neighbours = besideBand(0).length
const nameOf = (band: number, at: number): string => `b${band}n${at}`

/** Everything in some near band; building this query anew each time would take longer than asking it. */
const candidates = preparedFor(({ q, t: { photos, photoBands } }) =>
  q
    .select({
      sha256: photos.sha256,
      differenceHash: photos.differenceHash,
      perceptualHash: photos.perceptualHash,
    })
    .from(photoBands)
    .innerJoin(photos, and(eq(photos.county, photoBands.county), eq(photos.sha256, photoBands.sha256)))
    .where(
      and(
        eq(photoBands.county, sql.placeholder('county')),
        or(
          ...Array.from({ length: bands }, (_, band) =>
            and(
              eq(photoBands.band, band),
              inArray(
                photoBands.value,
                Array.from({ length: neighbours }, (_unused, at) => sql.placeholder(nameOf(band, at))),
              ),
            ),
          ),
        ),
      ),
    )
    .prepare('near_twins'),
)

/** Photos of the county that look like this one, nearest first, without the one named; bandsOf says what is missed. */
export const findTwins = async (db: Db, county: string, looks: Looks, without: string): Promise<readonly Twin[]> => {
  if (tellsNothing(looks)) return []
  const near = [...bandsOf(looks.differenceHash), ...bandsOf(looks.perceptualHash)].flatMap((value, band) =>
    besideBand(value).map((beside, at) => [nameOf(band, at), beside]),
  )
  const rows = await candidates(db).execute({ county, ...Object.fromEntries(near) })
  const twins = new Map<string, Twin>()
  for (const { sha256, differenceHash, perceptualHash } of rows) {
    if (differenceHash === null || perceptualHash === null || sha256 === without || twins.has(sha256)) continue
    const likeness = likenessOf(looks, { differenceHash, perceptualHash })
    if (likeness && !tellsNothing({ differenceHash, perceptualHash })) twins.set(sha256, { sha256, ...likeness })
  }
  const apart = (twin: Twin): number => twin.differenceBits + twin.perceptualBits
  return [...twins.values()].sort((a, b) => apart(a) - apart(b))
}
