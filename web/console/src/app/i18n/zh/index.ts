import { access } from './access'
import { catalogue } from './catalogue'
import { common } from './common'
import { customer } from './customer'
import { customerList } from './customerList'
import { exchange } from './exchange'
import { frame } from './frame'
import { insight } from './insight'
import { intake } from './intake'
import { list } from './list'
import { memberDownload } from './memberDownload'
import { priority } from './priority'
import { problem } from './problem'
import { quality } from './quality'
import { quarantine } from './quarantine'
import { segment } from './segment'
import { segmentHistory } from './segmentHistory'
import { suggestion } from './suggestion'
import { tag } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'

export const zh = {
  ...common,
  ...frame,
  access,
  catalogue,
  customer,
  customerList,
  exchange,
  insight,
  intake,
  list,
  memberDownload,
  priority,
  problem,
  quality,
  quarantine,
  segment,
  segmentHistory,
  suggestion,
  tag,
  touch,
  wecom,
}
