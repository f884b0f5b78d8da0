comment on column event.customer_no is 'The number it was written under: that of the identifier which named the customer best, or of a customer we knew; null for an anonymous sale. Whose it is now, customer.identifier says.';

alter table event add column retracted_by bigint;
comment on column event.retracted_by is 'The position of the event that took this one back: it stays in the log and counts nowhere; null for nearly all.';
alter table event alter column key drop not null;
comment on column event.key is 'First 128 bits of SHA-256 over brand, source and message id: makes every event idempotent for as long as the log is kept; null once it is taken back, so that it may come again.';
create index event_retracted_by on event (retracted_by) where retracted_by is not null;
