create table consent_decision (
    position    bigint      primary key,
    brand_id    smallint    not null,
    customer_no integer     not null,
    channel     text        not null,
    purpose     text        not null,
    granted     boolean     not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    source      text        not null,
    wording     text,
    version     text,
    proof       text,
    recorded_by text
);
create index consent_decision_of_customer on consent_decision (customer_no, at desc, position desc);
comment on table consent_decision is 'The consent ledger: every grant and withdrawal, one row each. customer.consent is what is in force.';
comment on column consent_decision.position is 'Of the event on the log, so that projecting it twice writes it once.';
comment on column consent_decision.channel is 'A channel, or any: said for all of them.';
comment on column consent_decision.wording is 'What the customer was shown or told.';
comment on column consent_decision.version is 'Of the privacy notice or form.';
comment on column consent_decision.proof is 'Where the proof lies: a form number, a recording, a page address.';
comment on column consent_decision.recorded_by is 'Who wrote it down for the customer; null when the customer decided themselves or a system reported it.';

create table quiet_preference (
    brand_id    smallint    not null,
    customer_no integer     not null,
    kind        text        not null,
    until       timestamptz,
    hours_from  text,
    hours_to    text,
    at          timestamptz not null,
    source      text        not null,
    recorded_by text,
    primary key (brand_id, customer_no)
);
comment on table quiet_preference is 'When a customer does not want to hear marketing from a brand. The newest wish by its own time stands; of two at the same instant the quieter one.';
comment on column quiet_preference.kind is 'none, always, until or hours';
comment on column quiet_preference.hours_from is 'HH:mm in the brand''s zone';
