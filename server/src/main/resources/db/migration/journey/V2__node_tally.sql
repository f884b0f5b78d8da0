create table node_tally (
    journey_id bigint  not null,
    version    integer not null,
    node       text    not null,
    what       text    not null,
    exit       text    not null,
    count      bigint  not null,
    primary key (journey_id, version, node, what, exit)
);
comment on table node_tally is 'How many came to each node of a version, went on, left and reached the goal, summed up: looking at it costs the same however many were ever inside.';
comment on column node_tally.node is 'empty for the journey as a whole.';
comment on column node_tally.what is 'Of a node: came, people, went, left, goal. Of a journey: entered, ended, control, goal, control-goal.';
comment on column node_tally.exit is 'Of went: by which exit; else empty.';

create table node_tally_entry (
    id         bigint  generated always as identity primary key,
    journey_id bigint  not null,
    version    integer not null,
    node       text    not null,
    what       text    not null,
    exit       text    not null,
    count      bigint  not null
);
create index node_tally_entry_of on node_tally_entry (journey_id);
comment on table node_tally_entry is 'What one batch of moves adds to node_tally, written in its transaction and only ever added: batches wait for no sum. A sweep sums up.';

create index run_aside on run (journey_id, version, node) where state = 'aside';
