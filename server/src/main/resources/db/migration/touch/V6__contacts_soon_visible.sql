-- Caps are counted in an index alone, which is so only where a vacuum has seen that everybody sees the rows; those of
-- the last days are asked for most.
alter table contact set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 50000);
