export { renderComparison } from './comparison.js'
export type { RenderOptions } from './layout.js'
export { safe } from './safe.js'
