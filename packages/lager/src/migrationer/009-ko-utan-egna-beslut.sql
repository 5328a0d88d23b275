-- A case with a question that the officer may not answer (a review of their own decision) is not given to them
-- at all, for whoever takes the case takes all of its questions.
create or replace function app.valj_nasta(p_roll text, p_dag date) returns uuid language sql as $$
  select a.id from app.arende a
    join lateral (select min(u.senast) as senast, min(u.oppnad) as oppnad, bool_or(app.anvandare() = any (u.inte_for)) as inte_jag from app.uppgift u
                   where u.arende_id = a.id and u.avslutad is null and u.roll = p_roll) u on u.oppnad is not null and not u.inte_jag
   where a.status = 'kraver'
     and not exists (select 1 from app.tilldelning t where t.arende_id = a.id and t.roll = p_roll)
     and not exists (select 1 from app.vila v where v.arende_id = a.id and v.roll = p_roll and v.till > p_dag)
   order by least(u.senast, a.nasta_laglig) nulls last,
            case a.sammanfattning #>> '{kannetecken,klass}' when 'samordning' then 0 when 'utredning' then 1 else 2 end, u.oppnad, a.id
   limit 1
   for update of a skip locked;
$$;
