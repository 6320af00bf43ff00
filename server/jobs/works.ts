import type { World } from '../world.ts'

/** What is done without anybody asking needs less of the world: no photos, no documents. */
export type Works = Pick<World, 'db' | 'county' | 'now' | 'newId'>
