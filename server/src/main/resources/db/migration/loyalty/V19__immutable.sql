create function never_changes() returns trigger language plpgsql as
$$
begin
    raise exception '% of %.% is never changed nor deleted: book what puts it right', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger posting_is_immutable before update or delete or truncate on posting
    for each statement execute function never_changes();
create trigger entry_is_kept before delete or truncate on entry
    for each statement execute function never_changes();
-- Erasure empties the texts of people in details; nothing else of an entry changes.
create trigger entry_is_immutable
    before update of id, brand_id, key, kind, opened_no, asked, points, at, booked_at, refers_to, reason on entry
    for each statement execute function never_changes();
