-- Suggestions on the forms from those who fill them in (B025): the person, the doctor and the employer. The suggestion itself
-- names nobody, for it is read in the whole country; who gave it is kept beside, so that they find their own and its answer.
create table app.formularforslag_agare (
  forslag uuid primary key references app.formularforslag(id),
  agare text not null
);
create index formularforslag_agare_agare on app.formularforslag_agare (agare);
alter table app.formularforslag_agare enable row level security;
create policy formularforslag_agare_systemet on app.formularforslag_agare using (app.roll() = 'system') with check (app.roll() = 'system');
grant select, insert on app.formularforslag_agare to atergang_app;
create trigger formularforslag_agare_oforanderlig before update or delete on app.formularforslag_agare for each row execute function app.andras_aldrig();
create trigger formularforslag_agare_tomningsfri before truncate on app.formularforslag_agare for each statement execute function app.andras_aldrig();

create policy formularforslag_utifran on app.formularforslag for insert with check (app.roll() = 'system');
