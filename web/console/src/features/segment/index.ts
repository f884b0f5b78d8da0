export { AnalysisPage } from './pages/AnalysisPage'
export { SegmentPage } from './pages/SegmentPage'
export { SegmentsPage } from './pages/SegmentsPage'
