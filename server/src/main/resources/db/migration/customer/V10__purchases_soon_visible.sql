-- As for the event log: who asks about one customer reads purchases from their index alone.
alter table purchase set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 50000);
