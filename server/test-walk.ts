import { HazardWhole } from './hazards/answers.ts'
import { jpeg, sha256Of } from './photos/test-pictures.ts'
import { type TestAnswer, type TestClient, type TestCounty, testPassword } from './test-county.ts'

/** Carries hazards through the front door to where a test begins, as people would: nothing is written past the verbs. */

type Fields = Readonly<Record<string, unknown>>

/** Inside 义宁镇, in no village and far from any road: its chief is `chief1`, its squad `squad1`. */
export const inYining = { longitude: 114.51, latitude: 29.08 }
export const inTheVillage = { longitude: 114.53, latitude: 29.03 }
export const inZhajin = { longitude: 114.25, latitude: 29.05 }
export const onTheRoad = { longitude: 114.58, latitude: 29.05 }

export const newId = (): string => crypto.randomUUID()

export const fixAt = (lngLat: { longitude: number; latitude: number }, at = '2026-11-18T00:59:00.000Z') => ({
  ...lngLat,
  accuracyMetres: 6,
  source: 'device',
  at,
})

export interface Registering {
  readonly severity?: 'minor' | 'serious' | 'major'
  /** One task for each unit named; the town's government alone unless told otherwise. */
  readonly units?: readonly string[]
  readonly measures?: readonly { measure: string; quantity: number | null }[]
  readonly by?: string
}

export interface Walk {
  /** Somebody signed in; signed in anew after `later`, for no session outlasts weeks. */
  as(account: string): Promise<TestClient>
  later(by: { days?: number; hours?: number; minutes?: number }): void
  /** A photo that has arrived, as acts name it: new each time, its bytes the same. */
  photo(given?: Fields): Promise<Fields>
  reportBody(given?: Fields): Promise<Fields>
  /** What came of a report, whatever it was. */
  tryReport(account: string, body: Fields, id?: string): Promise<TestAnswer>
  report(account: string, given?: Fields): Promise<HazardWhole>
  /** What came of a step decided on this picture of the hazard. */
  tryStep(account: string, on: Pick<HazardWhole, 'id' | 'version'>, step: string, body?: Fields): Promise<TestAnswer>
  /** A step that must succeed, and the hazard after it. */
  step(account: string, on: Pick<HazardWhole, 'id' | 'version'>, step: string, body?: Fields): Promise<HazardWhole>
  look(account: string, id: string): Promise<HazardWhole>
  registered(given?: Registering): Promise<HazardWhole>
  /** The step on the hazard's only task, or the one at this place. */
  onTask(hazard: HazardWhole, step: string, at?: number): string
  /** What a unit sends when every planned measure is installed. */
  submission(hazard: HazardWhole, at?: number, given?: Fields): Promise<Fields>
  submitted(given?: Registering): Promise<HazardWhole>
  cleared(given?: Registering): Promise<HazardWhole>
}

/** Who answers for a unit in the test county. */
const whoAnswersFor: Readonly<Record<string, string>> = {
  'unit-town1': 'chief1',
  'unit-town2': 'chief2',
  'unit-roads': 'dept1',
}

export const walkIn = (county: TestCounty): Walk => {
  let sent: Promise<string> | undefined
  const clients = new Map<string, Promise<TestClient>>()

  const signIn = async (account: string): Promise<TestClient> => {
    const client = county.stranger()
    const answer = await client.post('/api/session', { account, password: testPassword })
    if (answer.status !== 201) throw new Error(`${account} could not sign in: ${JSON.stringify(answer.body)}`)
    return client
  }
  const as: Walk['as'] = (account) => {
    const client = clients.get(account) ?? signIn(account)
    clients.set(account, client)
    return client
  }
  const later: Walk['later'] = (by) => {
    county.clock.advance(by)
    clients.clear()
  }

  const sendPhoto = async (): Promise<string> => {
    const bytes = await jpeg()
    const sha256 = sha256Of(bytes)
    const answer = await (await as('squad1')).put(`/api/photos/${sha256}`, bytes)
    if (answer.status !== 201) throw new Error(`the photo was not taken: ${JSON.stringify(answer.body)}`)
    return sha256
  }
  const photo: Walk['photo'] = async (given = {}) => {
    sent ??= sendPhoto()
    return { id: newId(), sha256: await sent, capturedAt: '2026-11-18T00:59:00.000Z', position: null, ...given }
  }
  const must = (answer: TestAnswer, what: string): HazardWhole => {
    if (answer.status > 201) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return HazardWhole.parse(answer.body)
  }

  const reportBody: Walk['reportBody'] = async (given = {}) => ({
    ...{ code: 'A04', source: 'patrol', description: '支路没有让行标志', spot: '村口', position: fixAt(inYining) },
    ...{ capturedAt: '2026-11-18T00:59:00.000Z', photos: [await photo()], sceneComplete: true },
    ...given,
  })
  /** Photos of a test come from one phone: who names one without having seen it sends the same bytes first. */
  const withPhotos = async (account: string, body: Fields, send: () => Promise<TestAnswer>): Promise<TestAnswer> => {
    const answer = await send()
    if (answer.at('code') !== 'no-such-photo') return answer
    let brought = false
    for (const [, sha256 = ''] of JSON.stringify(body).matchAll(/"([0-9a-f]{64})"/g)) {
      const bytes = await county.world.photos.readOriginal(sha256)
      if (bytes === null) continue
      await (await as(account)).put(`/api/photos/${sha256}`, bytes)
      brought = true
    }
    return brought ? send() : answer
  }
  const tryReport: Walk['tryReport'] = async (account, body, id = newId()) =>
    withPhotos(account, body, async () => (await as(account)).put(`/api/hazards/${id}`, body))
  const report: Walk['report'] = async (account, given) =>
    must(await tryReport(account, await reportBody(given)), `${account} reports`)

  const tryStep: Walk['tryStep'] = async (account, { id, version }, name, body = {}) => {
    const said = { actId: newId(), ...body }
    return withPhotos(account, body, async () =>
      (await as(account)).post(`/api/hazards/${id}/${name}`, said, { 'If-Match': `"${version}"` }),
    )
  }
  const step: Walk['step'] = async (account, on, name, body) =>
    must(await tryStep(account, on, name, body), `${account} takes ${name}`)
  const look: Walk['look'] = async (account, id) =>
    must(await (await as(account)).get(`/api/hazards/${id}`), `${account} looks`)

  const registered: Walk['registered'] = async (given = {}) => {
    const { severity = 'minor', units = ['unit-town1'], by = 'squad1' } = given
    const { measures = [{ measure: 'speed-bump', quantity: 16 }] } = given
    return step(by, await report('squad1'), 'register', {
      ...{ code: 'A05', severity, description: '支路缺减速带', spot: '' },
      tasks: units.map((unitId) => ({ id: newId(), unitId, demand: '加装减速带', measures })),
    })
  }
  const taskAt = (hazard: HazardWhole, at: number) => {
    const task = hazard.tasks[at]
    if (!task) throw new Error(`no task at ${at}`)
    return task
  }
  const onTask: Walk['onTask'] = (hazard, name, at = 0) => `tasks/${taskAt(hazard, at).id}/${name}`
  const submission: Walk['submission'] = async (hazard, at = 0, given = {}) => ({
    photos: [await photo()],
    measures: taskAt(hazard, at).measures.map(({ measure, plannedQuantity }) => ({
      ...{ measure, installedQuantity: plannedQuantity ?? 1, struckBecause: null },
    })),
    remark: '已完成',
    ...given,
  })
  const submitted: Walk['submitted'] = async (given) => {
    let hazard = await registered(given)
    for (const [at, task] of hazard.tasks.entries()) {
      const who = whoAnswersFor[task.unit?.id ?? ''] ?? 'reviewer'
      hazard = await step(who, hazard, onTask(hazard, 'accept', at))
      hazard = await step(who, hazard, onTask(hazard, 'submit', at), await submission(hazard, at))
    }
    return hazard
  }
  const cleared: Walk['cleared'] = async (given) => {
    let hazard = await submitted(given)
    for (const at of hazard.tasks.keys()) hazard = await step('reviewer2', hazard, onTask(hazard, 'verify', at))
    return hazard
  }
  return {
    ...{ as, later, photo, reportBody, tryReport, report, tryStep, step, look },
    ...{ registered, onTask, submission, submitted, cleared },
  }
}
