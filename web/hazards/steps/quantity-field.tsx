import { NumberInput } from '@mantine/core'

interface Props {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** The one unit this measure is counted in. */
  readonly unit: string
  readonly disabled?: boolean
  readonly hiddenLabel?: boolean
}

const most = 1_000_000

/** A quantity with its unit behind it; empty is null, never nought. */
export const QuantityField = ({ label, value, onChange, unit, disabled = false, hiddenLabel = false }: Props) => (
  <NumberInput
    {...(hiddenLabel ? { 'aria-label': `${label} ${unit}` } : { label })}
    className="quantity-field"
    value={value ?? ''}
    onChange={(written) => onChange(typeof written === 'number' && written > 0 ? written : null)}
    min={0}
    max={most}
    clampBehavior="strict"
    decimalScale={2}
    allowNegative={false}
    hideControls
    inputMode="decimal"
    disabled={disabled}
    rightSection={<span className="quantity-unit">{unit}</span>}
    rightSectionWidth={`${Math.max(2.4, unit.length * 0.9 + 1)}em`}
    rightSectionPointerEvents="none"
  />
)
