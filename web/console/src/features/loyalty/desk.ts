/** Apart from the other pages, so that a guide's phone does not fetch them. */
export { CouponDeskPage } from './pages/CouponDeskPage'
