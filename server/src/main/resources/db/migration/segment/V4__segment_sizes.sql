create table membership (
    segment_id   bigint      primary key references saved_segment on delete cascade,
    brand_id     smallint    not null,
    due_at       timestamptz not null,
    number       integer     not null default 0,
    version      integer,
    evaluated_at timestamptz,
    size         bigint,
    customers    bytea,
    told_after   integer
);
create index membership_due on membership (due_at);
comment on table membership is 'Who was in each segment when it was last evaluated, and when it is evaluated next.';
comment on column membership.number is 'Of its newest evaluation; 0 before the first.';
comment on column membership.customers is 'Who was in it, as a serialised bitmap, with the numbers that have since become part of other customers: when these come apart again, nobody has entered.';
comment on column membership.told_after is 'Who enters and leaves by an evaluation of a higher number is told to the log; null: nobody is.';

create table evaluation (
    segment_id    bigint      not null references saved_segment on delete cascade,
    number        integer     not null,
    at            timestamptz not null,
    version       integer     not null,
    size          bigint      not null,
    entered       bigint      not null,
    gone          bigint      not null,
    entered_set   bytea,
    gone_set      bytea,
    told          integer,
    primary key (segment_id, number)
);
create index evaluation_to_tell on evaluation (segment_id, number) where told is not null;
comment on table evaluation is 'How large each segment was over time, and who entered and left since the evaluation before.';
comment on column evaluation.number is '1, 2, 3 … within the segment; an evaluation that found nothing new on the same day leaves no row.';
comment on column evaluation.version is 'What the segment meant: the version of its definition.';
comment on column evaluation.gone is 'How many left. Whoever became part of another customer, or was erased, has not left.';
comment on column evaluation.entered_set is 'Who entered, as a serialised bitmap; null when nobody did, and after two months.';
comment on column evaluation.gone_set is 'Who left, likewise.';
comment on column evaluation.told is 'How many of those who entered and left have been told to the log; null when there is nothing to tell, or nothing more.';
