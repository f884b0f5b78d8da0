/** Apart from the canvas, so that a guide's phone does not fetch it. */
export { GuideTasksPage } from './pages/GuideTasksPage'
