-- Whether and when something happened to one customer is answered by the index alone; what they did lies far apart in
-- the table.
drop index event_of_customer;
create index event_of_customer on event (customer_no, at desc, position desc) include (name, brand_id, retracted_by)
where customer_no is not null;
-- An index answers alone only for pages that were vacuumed since they were written.
alter table event set (autovacuum_vacuum_insert_scale_factor = 0.02);
