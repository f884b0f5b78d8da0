alter table policy
    add column approval_recipients integer,
    add column approval_cost       bigint;
comment on column policy.approval_recipients is 'A broadcast that plans more recipients needs a second person; null: however many.';
comment on column policy.approval_cost is 'A broadcast whose forecast cost in minor units is above needs a second person, as does one whose price nobody has said; null: whatever it costs.';

alter table broadcast
    add column planned_by      text,
    add column approval_round  integer not null default 0,
    add column asked_by        text,
    add column asked_at        timestamptz,
    add column decided_by      text,
    add column decided_at      timestamptz,
    add column decision_reason text;
comment on column broadcast.planned_by is 'Who asked for the plan that stands.';
comment on column broadcast.approval_round is 'How often approval was asked for. A decision names the round it answers, so that nobody approves a plan she has not seen.';
comment on column broadcast.asked_by is 'Who asked a second person to approve the plan that stands; all of it is forgotten with the plan.';
comment on column broadcast.decision_reason is 'Why it was refused.';
