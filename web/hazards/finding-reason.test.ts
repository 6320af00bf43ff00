import { expect, test } from 'vitest'
import type { ShownFinding } from '../../server/clearance/findings-wire.ts'
import { clearanceWords } from '../text/clearance-words.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { findingSentence } from './finding-reason.ts'

type AtThePlace = Extract<ShownFinding, { check: 'taken-at-the-place' }>

test('a photo taken too far away is said with how far; of several the farthest', () => {
  const photo = (photoId: string, metres: number): AtThePlace['evidence']['photos'][number] => ({
    ...{ photoId, verdict: 'doubt', because: 'far', metres, accuracyMetres: 6, exifMetres: null },
  })
  const photos = [photo('a', 312.4), photo('b', 8_912)]
  const finding: AtThePlace = {
    ...{ check: 'taken-at-the-place', verdict: 'doubt', evidence: { radiusMetres: 50, place: null, photos } },
  }
  const said = (language: 'zh' | 'en') =>
    findingSentence(finding, clearanceWords[language], hazardWords[language].metres)
  expect(said('zh')).toBe('证据偏弱，因为拍摄位置离隐患 8.9 公里，太远。')
  expect(said('en')).toContain('8.9 km')
})
