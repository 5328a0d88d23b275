-- Somebody put on the list of candidates because a case or an idea was handed over (G019): the later case then shows where it came from,
-- and those who handed it over hear what became of it.
alter table app.kandidat add column overlamning uuid references app.overlamning(id);
-- One candidate for what was handed over, however often somebody answers.
create unique index kandidat_overlamning on app.kandidat (overlamning) where overlamning is not null;
