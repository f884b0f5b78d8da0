alter table quarantine
    add column call      text not null default 'event',
    add column envelope  text,
    add column name      text,
    add column fixed     text,
    add column state     text not null default 'open',
    add column closed_at timestamptz,
    add column closed_by text,
    alter column body drop not null,
    add constraint quarantine_state check (state in ('open', 'replayed', 'discarded')),
    add constraint quarantine_closed check ((state = 'open') = (closed_at is null)),
    add constraint quarantine_body check (state <> 'open' or body is not null);

-- Of what lies here already only this is certain: a body that was no JSON was kept whole.
update quarantine set call = 'batch' where reason = 'json-malformed';

create index quarantine_newest on quarantine (source_id, state, last_at desc, id desc);
create index quarantine_replay on quarantine (source_id, reason, id) where state = 'open';

comment on column quarantine.call is 'How it came: one event of a batch (event), a whole body that could not be read (batch), something of another form (other, which the collector''s rules cannot judge), or the single call it was sent to (track, identify …).';
comment on column quarantine.envelope is 'What stood around an event of a batch and is needed to judge it again: sentAt and context as JSON, sealed; null for none.';
comment on column quarantine.name is 'The event''s name as it came, shortened; null when it could not be read.';
comment on column quarantine.fixed is 'The event as a person corrected it, sealed; null while nobody did. What came stays in body.';
comment on column quarantine.state is 'open, replayed or discarded. Once it is not open, body, envelope and fixed are emptied: the event is in the log, or nobody wants it.';

alter table source add column events_per_second integer check (events_per_second > 0);
comment on column source.events_per_second is 'How many events a second this source may send on average before it is answered 429; null for no limit.';
