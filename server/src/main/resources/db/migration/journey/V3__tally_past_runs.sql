-- What happened before there were tallies, from the way each run went. A visit of a node was left by an exit, or is the
-- one each run made last: there it is, or there it ended.
create temporary table visit on commit drop as
select r.id run_id, r.journey_id, r.version, r.goal_at, v.node, v.exit, v.came
from run r
cross join lateral (
    select s.node, s.exit, lag(s.at) over (order by s.number) came
    from run_step s where s.run_id = r.id
    union all
    select r.node, null, (select max(s.at) from run_step s where s.run_id = r.id and s.exit is not null)
) v;

insert into node_tally (journey_id, version, node, what, exit, count)
select journey_id, version, node, 'went', exit, count(*)
from visit where exit is not null group by journey_id, version, node, exit
union all
select journey_id, version, node, 'left', '', count(*)
from run where state = 'ended' group by journey_id, version, node
union all
select journey_id, version, node, 'came', '', sum(count)
from (select journey_id, version, node, count(*) count from visit where exit is not null group by journey_id, version, node
      union all
      select journey_id, version, node, count(*) from run group by journey_id, version, node) visits
group by journey_id, version, node
union all
select journey_id, version, node, 'people', '', count(distinct run_id)
from visit group by journey_id, version, node
union all
select journey_id, version, node, 'goal', '', count(distinct run_id)
from visit where goal_at is not null and (came is null or came <= goal_at) group by journey_id, version, node
union all
select journey_id, version, '', what, '', count(*)
from (select journey_id, version, 'entered' what from run
      union all select journey_id, version, 'ended' from run where state = 'ended'
      union all select journey_id, version, 'control' from run where control
      union all select journey_id, version, 'goal' from run where goal_at is not null
      union all select journey_id, version, 'control-goal' from run where goal_at is not null and control) runs
group by journey_id, version, what;
