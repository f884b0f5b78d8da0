export { RunningJobs } from './components/RunningJobs'
