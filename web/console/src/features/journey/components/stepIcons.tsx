import { BranchesOutlined, ClockCircleOutlined, ExperimentOutlined, FieldTimeOutlined, GiftOutlined, HourglassOutlined, LoginOutlined, LogoutOutlined, MailOutlined, NotificationOutlined, PartitionOutlined, PhoneOutlined, StarOutlined, TagOutlined } from '@ant-design/icons'
import type { StepKind } from '@/shared/journey/graph'

export const STEP_ICONS: Record<StepKind, typeof MailOutlined> = {
  message: MailOutlined,
  task: PhoneOutlined,
  tag: TagOutlined,
  points: StarOutlined,
  coupon: GiftOutlined,
  delay: HourglassOutlined,
  untilTime: ClockCircleOutlined,
  untilEvent: FieldTimeOutlined,
  branch: BranchesOutlined,
  split: PartitionOutlined,
  holdout: ExperimentOutlined,
  enter: LoginOutlined,
  webhook: NotificationOutlined,
  exit: LogoutOutlined,
}
