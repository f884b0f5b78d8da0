import { access } from './access'
import { common } from './common'
import { customer } from './customer'
import { exchange } from './exchange'
import { frame } from './frame'
import { insight } from './insight'
import { intake } from './intake'
import { list } from './list'
import { problem } from './problem'
import { segment } from './segment'
import { suggestion } from './suggestion'
import { touch } from './touch'
import { wecom } from './wecom'

export const en = { ...common, ...frame, access, customer, insight, intake, list, problem, segment, suggestion, touch, wecom }
import { tag } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'

export const en = { ...common, ...frame, access, customer, insight, intake, list, problem, segment, tag, touch, wecom }
export const en = { ...common, ...frame, access, customer, exchange, insight, intake, list, problem, segment, touch, wecom }
