export { CouponSettlementPage } from './pages/CouponSettlementPage'
export { CouponTemplatePage } from './pages/CouponTemplatePage'
export { CouponTemplatesPage } from './pages/CouponTemplatesPage'
export { PointsPage } from './pages/PointsPage'
