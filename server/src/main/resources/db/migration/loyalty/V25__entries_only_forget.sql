-- Of an entry's details only all can go, when the person is erased; not even they are rewritten.
create trigger entry_only_forgets
    before update of details on entry
    for each row when (new.details <> '{}') execute function never_changes();
