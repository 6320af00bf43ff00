import { Logo } from '../frame/logo.tsx'
import './opening.css'

/** Word for word what index.html shows before any script: until it is known who is asking, nothing moves. */
export const Opening = () => (
  <div className="opening">
    <Logo sizePixels={56} />
    <p className="opening-name">路清</p>
    <p className="opening-what">农村公路隐患排查整改 · Rural road hazards</p>
    <p role="status">正在打开 · Opening</p>
  </div>
)
