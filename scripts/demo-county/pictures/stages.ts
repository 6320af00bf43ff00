import type { PictureKind } from './kinds.ts'
import type { Stage } from './stage.ts'
import { bendWithoutMirror, bumpMissing, giveWayMissing, junctionHidden } from './stage-junctions.ts'

const plain: Stage = { shape: (s) => s, before: () => ({}), after: () => ({}) }
export const stages: Readonly<Record<PictureKind, Stage>> = {
  'junction-hidden': junctionHidden,
  'give-way-missing': giveWayMissing,
  'bump-missing': bumpMissing,
  'bend-without-mirror': bendWithoutMirror,
  'guardrail-missing-water': plain, 'guardrail-missing-slope': plain, pothole: plain, rockfall: plain, 'sign-down': plain, 'markings-worn': plain, 'school-unlit': plain, obstruction: plain, 'steep-grade': plain, 'crossing-missing': plain,
}
