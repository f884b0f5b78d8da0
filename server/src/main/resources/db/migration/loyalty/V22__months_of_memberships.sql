alter table paid_membership
    add column months     smallint,
    add column anchor_day smallint check (anchor_day between 1 and 31);
comment on column paid_membership.months is 'How many were sold; null of periods that last the days that are left of them, and of old ones.';
comment on column paid_membership.anchor_day is 'The day of the month on which renewals end, its last day where it is shorter: that of the first day of the unbroken chain. Null of old ones: their own first day.';
