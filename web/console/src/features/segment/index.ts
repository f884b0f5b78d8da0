export { SegmentPage } from './pages/SegmentPage'
export { SegmentsPage } from './pages/SegmentsPage'
