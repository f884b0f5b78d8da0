/** Apart from the pages, because it stands in the frame and is loaded with it. */
export { AlertBell } from './components/AlertBell'
