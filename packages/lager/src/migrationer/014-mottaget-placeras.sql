-- What came in and could not be placed: an officer places it in a case, or writes it off with a reason. The file itself is kept in either case.
alter table app.mottaget add column placerat timestamptz, add column av text, add column skal text;
drop index app.mottaget_problem;
create index mottaget_problem on app.mottaget (tid) where problem is not null and avskrivet is null and placerat is null;

-- A file that is known to belong to a case is seen with the case; one that nothing is known of by those who place such files, in the unit it came to when it came to one.
alter policy mottaget_lases on app.mottaget using (
  app.roll() = 'system' or (app.roll() in ('handlaggare', 'specialist', 'enhetschef')
    and case when arende_id is not null then exists (select 1 from app.arende a where a.id = arende_id) else enhet in ('', coalesce(app.enhet(), '')) end)
);
alter policy mottaget_andras on app.mottaget using (
  app.roll() = 'system' or (app.roll() in ('handlaggare', 'specialist')
    and case when arende_id is not null then exists (select 1 from app.arende a where a.id = arende_id) else enhet in ('', coalesce(app.enhet(), '')) end)
) with check (app.roll() in ('system', 'handlaggare', 'specialist'));
