alter table guide_task add column guide text;
comment on column guide_task.guide is 'Whose friend in WeCom the customer was when it was made: the guide''s user id; null where they were nobody''s, and any guide may do it.';
create index guide_task_late on guide_task (brand_id, due_at desc, id desc) where state in ('open', 'overdue');
create index guide_task_done on guide_task (brand_id, done_at desc, id desc) where state = 'done';
