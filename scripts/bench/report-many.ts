import { reportHazard } from '../../server/hazards/report-hazard.ts'
import { ReportHazard } from '../../server/hazards/wire.ts'
import type { TestCounty } from '../../server/test-county.ts'

/** Hazards of the first squad's area, through the verb; answers their ids. */
export const reportMany = async ({ world }: TestCounty, count: number): Promise<string[]> => {
  const actor = {
    ...{ county: world.county, id: 'squad1', name: 'bench', role: 'squad' as const, unitId: 'unit-squad1' },
    ...{ areaCodes: ['360424100'], zoneIds: [], zonePlaceCodes: [] },
  }
  const found = await world.db.q.select().from(world.db.t.people)
  const unitId = found.find(({ id }) => id === 'squad1')?.unitId ?? actor.unitId
  const ids = Array.from({ length: count }, () => world.newId())
  const at = world.now()
  await Promise.all(
    ids.map((id, i) =>
      reportHazard(
        world,
        { ...actor, unitId },
        id,
        ReportHazard.parse({
          code: 'A05',
          source: 'patrol',
          description: '支路无减速带',
          spot: '',
          position: {
            longitude: 114.501 + (i % 90) / 1000,
            latitude: 29.001 + Math.floor(i / 90) / 1000,
            accuracyMetres: 8,
            source: 'device',
            at,
          },
          placeCode: null,
          capturedAt: at,
          photos: [],
          sceneComplete: false,
        }),
      ),
    ),
  )
  return ids
}
