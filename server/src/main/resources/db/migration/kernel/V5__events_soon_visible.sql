-- Who asks about one customer reads the events from their index alone, which needs pages that a vacuum has seen. By
-- default it comes when a fifth of the table is new: at a hundred million events that is months.
alter table event set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 50000);
