import type { PictureKind } from './kinds.ts'
import type { Stage } from './stage.ts'
import { bendWithoutMirror, bumpMissing, giveWayMissing, junctionHidden } from './stage-junctions.ts'
import { guardrailMissingSlope, guardrailMissingWater, rockfall, signDown, steepGrade } from './stage-roadside.ts'
import { markingsWorn, obstruction, pothole } from './stage-surface.ts'
import { crossingMissing, schoolUnlit } from './stage-village.ts'

export const stages: Readonly<Record<PictureKind, Stage>> = {
  'junction-hidden': junctionHidden,
  'give-way-missing': giveWayMissing,
  'bump-missing': bumpMissing,
  'bend-without-mirror': bendWithoutMirror,
  'guardrail-missing-water': guardrailMissingWater,
  'guardrail-missing-slope': guardrailMissingSlope,
  pothole,
  rockfall,
  'sign-down': signDown,
  'markings-worn': markingsWorn,
  'school-unlit': schoolUnlit,
  obstruction,
  'steep-grade': steepGrade,
  'crossing-missing': crossingMissing,
}
