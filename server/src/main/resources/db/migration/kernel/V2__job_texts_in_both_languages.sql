alter table job
    alter column title type jsonb using jsonb_build_object('zh', title, 'en', title),
    alter column message type jsonb using case when message is not null then jsonb_build_object('zh', message, 'en', message) end;
comment on column job.title is 'What a person would call it, as {zh, en}.';
comment on column job.message is 'What it is doing, waits for, or failed of, as {zh, en}.';
