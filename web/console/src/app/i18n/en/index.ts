import { access } from './access'
import { alert } from './alert'
import { behaviour } from './behaviour'
import { analysis } from './analysis'
import { catalogue } from './catalogue'
import { common } from './common'
import { customer } from './customer'
import { customerList } from './customerList'
import { entry } from './entry'
import { exchange } from './exchange'
import { frame } from './frame'
import { health } from './health'
import { insight } from './insight'
import { intake } from './intake'
import { grant, memberDesk, till } from './grant'
import { marketplace } from './marketplace'
import { guideTask } from './guideTask'
import { journey } from './journey'
import { journeyCount } from './journeyCount'
import { journeyInvite } from './journeyInvite'
import { journeyOutcome } from './journeyOutcome'
import { journeyStep } from './journeyStep'
import { list } from './list'
import { benefit } from './benefit'
import { mall } from './mall'
import { mallReturn } from './mallReturn'
import { memberDownload } from './memberDownload'
import { memberTerms, paidMembership } from './membership'
import { play } from './play'
import { coupon } from './coupon'
import { points } from './points'
import { programme } from './programme'
import { programmeHealth } from './programmeHealth'
import { priority } from './priority'
import { problem } from './problem'
import { quality } from './quality'
import { quarantine } from './quarantine'
import { segment } from './segment'
import { sizes } from './segmentSizes'
import { segmentRow } from './segmentRow'
import { segmentHistory } from './segmentHistory'
import { sharing } from './sharing'
import { suggestion } from './suggestion'
import { refusedReward } from './refusedReward'
import { tag } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'
import { wecomSend } from './wecomSend'
import { whatIf } from './whatIf'

export const en = {
  ...common,
  ...frame,
  access,
  alert,
  behaviour,
  analysis,
  catalogue,
  customer,
  customerList,
  entry,
  exchange,
  health,
  insight,
  intake,
  grant,
  till,
  marketplace,
  memberDesk,
  guideTask,
  journey,
  journeyCount,
  journeyInvite,
  journeyOutcome,
  journeyStep,
  list,
  benefit,
  mall,
  mallReturn,
  memberDownload,
  memberTerms,
  paidMembership,
  play,
  coupon,
  points,
  programme,
  programmeHealth,
  priority,
  problem,
  quality,
  quarantine,
  refusedReward,
  segment,
  sizes,
  segmentRow,
  segmentHistory,
  sharing,
  suggestion,
  tag,
  touch,
  wecom,
  wecomSend,
  whatIf,
}
