import { access } from './access'
import { behaviour } from './behaviour'
import { analysis } from './analysis'
import { catalogue } from './catalogue'
import { common } from './common'
import { customer } from './customer'
import { exchange } from './exchange'
import { frame } from './frame'
import { insight } from './insight'
import { intake } from './intake'
import { list } from './list'
import { priority } from './priority'
import { problem } from './problem'
import { quality } from './quality'
import { quarantine } from './quarantine'
import { segment } from './segment'
import { sizes } from './segmentSizes'
import { segmentRow } from './segmentRow'
import { suggestion } from './suggestion'
import { tag } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'

export const en = {
  ...common,
  ...frame,
  access,
  behaviour,
  analysis,
  catalogue,
  customer,
  exchange,
  insight,
  intake,
  list,
  priority,
  problem,
  quality,
  quarantine,
  segment,
  sizes,
  segmentRow,
  suggestion,
  tag,
  touch,
  wecom,
}
